// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where requests are counted while they are active.
 */
@Import(AbstractActiveRequestTests.Gates.class)
abstract class AbstractActiveRequestTests extends AbstractExchangeTests {

	@Autowired
	private Gate filterGate;

	@Autowired
	private Gate handlerGate;

	AbstractActiveRequestTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void areUnresolvedUntilTheirRouteIsKnown() throws Exception {
		this.filterGate.close();
		this.handlerGate.close();
		CompletableFuture<HttpResponse<String>> response = getLater("/gated/7");
		await().until(() -> active("unresolved") == 1);
		assertThat(active("/gated/{id}")).isNotEqualTo(1);
		this.filterGate.open();
		await().until(() -> active("/gated/{id}") == 1);
		assertThat(active("unresolved")).isZero();
		this.handlerGate.open();
		assertThat(response.get().body()).isEqualTo("open");
		onlySpan();
		assertThat(this.meters.get("active.requests").gauges())
			.allSatisfy((gauge) -> assertThat(gauge.value()).isZero());
	}

	@Configuration(proxyBeanMethods = false)
	@RestController
	static class Gates {

		private final Gate handlerGate = new Gate();

		@Bean
		Gate filterGate() {
			return new Gate();
		}

		@Bean
		Gate handlerGate() {
			return this.handlerGate;
		}

		@GetMapping("/gated/{id}")
		Mono<String> gated() {
			return Mono.fromFuture(this.handlerGate.opened());
		}

	}

}
