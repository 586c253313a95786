// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges of more endpoints and errors than labels may have values.
 */
@TestPropertySource(properties = { "telemetry.metrics.cardinality.labels[endpoint]=3",
		"telemetry.metrics.cardinality.labels[request_errors_total.error_type]=2" })
@Import(AbstractGuardedExchangeTests.Endpoints.class)
abstract class AbstractGuardedExchangeTests extends AbstractExchangeTests {

	AbstractGuardedExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void endpointsBeyondTheBudgetAreCountedTogether() throws Exception {
		double before = total("request.count");
		for (String endpoint : List.of("a", "b", "c", "d", "a")) {
			get("/many-" + endpoint);
		}
		spans(5);
		assertThat(total("request.count") - before).isEqualTo(5);
		assertThat(values("request.count", "endpoint")).hasSizeLessThanOrEqualTo(3 + 1).contains("_other");
		assertThat(this.meters.get("request.duration").tag("endpoint", "_other").timers()).isNotEmpty();
		assertThat(this.meters.get("active.requests").tag("endpoint", "_other").gauge().value()).isZero();
	}

	@Test
	void errorsBeyondTheBudgetAreCountedTogether() throws Exception {
		double before = total("request.errors");
		for (int error = 0; error < 4; error++) {
			get("/fails/" + error);
		}
		spans(4);
		assertThat(total("request.errors") - before).isEqualTo(4);
		assertThat(values("request.errors", "error_type")).hasSize(2 + 1).contains("_other");
		assertThat(this.meters.get("telemetry.cardinality.overflow")
			.tags("meter", "request_errors_total", "label", "error_type")
			.counter()
			.count()).isPositive();
	}

	private double total(String name) {
		return this.meters.find(name).counters().stream().mapToDouble(Counter::count).sum();
	}

	private Set<String> values(String name, String label) {
		return this.meters.get(name)
			.counters()
			.stream()
			.map((counter) -> String.valueOf(counter.getId().getTag(label)))
			.collect(Collectors.toSet());
	}

	@Configuration(proxyBeanMethods = false)
	@RestController
	static class Endpoints {

		@GetMapping("/many-a")
		String first() {
			return "a";
		}

		@GetMapping("/many-b")
		String second() {
			return "b";
		}

		@GetMapping("/many-c")
		String third() {
			return "c";
		}

		@GetMapping("/many-d")
		String fourth() {
			return "d";
		}

		@GetMapping("/fails/{error}")
		String fails(@PathVariable int error) {
			throw switch (error) {
				case 0 -> new IllegalStateException();
				case 1 -> new IllegalArgumentException();
				case 2 -> new IndexOutOfBoundsException();
				default -> new ArithmeticException();
			};
		}

	}

}
