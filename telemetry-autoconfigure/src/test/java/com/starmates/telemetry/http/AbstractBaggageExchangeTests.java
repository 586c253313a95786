// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.opentelemetry.api.baggage.Baggage;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Baggage of a request, with Boot's settings for it.
 */
@Import(AbstractBaggageExchangeTests.Endpoints.class)
@TestPropertySource(properties = { "management.tracing.baggage.remote-fields=x-tenant",
		"management.tracing.baggage.correlation.fields=x-tenant,user" })
abstract class AbstractBaggageExchangeTests extends AbstractExchangeTests {

	AbstractBaggageExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void membersAreKnownAndGoOnWithTheirProperties() throws Exception {
		assertThat(get("/baggage-goes-on?port=" + this.port, "baggage", "b=%zz,user=alice;p=1;q,empty=").body())
			.isEqualTo("alice: empty=,user=alice;p=1;q");
	}

	@Test
	void fieldsWithHeadersOfTheirOwnGoOn() throws Exception {
		assertThat(get("/baggage-goes-on?port=" + this.port, "baggage", "user=alice", "x-tenant", "acme").body())
			.isEqualTo("alice: user=alice,x-tenant=acme;propagation=unlimited and x-tenant: acme");
	}

	@Test
	void fieldsToCorrelateAreInTheAccessLine() throws Exception {
		get("/text", "baggage", "user=alice,other=1", "x-tenant", "acme");
		assertThat(onlyAccessLine().getMDCPropertyMap()).containsEntry("user", "alice")
			.containsEntry("x-tenant", "acme")
			.doesNotContainKey("other");
	}

	@RestController
	static class Endpoints {

		private final RestClient restClient;

		Endpoints(RestClient.Builder restClient) {
			this.restClient = restClient.build();
		}

		@GetMapping("/baggage-goes-on")
		Mono<String> goesOn(@RequestParam int port) {
			return Mono.fromCallable(() -> Baggage.current().getEntryValue("user") + ": " + call(port))
				.subscribeOn(Schedulers.boundedElastic());
		}

		@GetMapping("/echo-baggage")
		String echo(@RequestHeader HttpHeaders headers) {
			List<String> fields = headers.getOrEmpty("x-tenant").stream().map("x-tenant: "::concat).toList();
			return Stream.concat(headers.getOrEmpty("baggage").stream(), fields.stream())
				.collect(Collectors.joining(" and "));
		}

		private String call(int port) {
			return this.restClient.get()
				.uri("http://localhost:{port}/echo-baggage", port)
				.retrieve()
				.body(String.class);
		}

	}

}
