// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges on Netty that Boot observes below a base path; it sees no others.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
@TestPropertySource(
		properties = { "spring.webflux.base-path=/base", "management.observations.enable.http.server.requests=true" })
class ObservedBasePathExchangeTests extends AbstractExchangeTests {

	ObservedBasePathExchangeTests() {
		super(NettyWebServer.class);
	}

	@Test
	void whatIsAnsweredOutsideHasTheHeaderToo() throws Exception {
		HttpResponse<String> response = get("/elsewhere");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(onlySpan().getTraceId());
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /elsewhere - 404");
		assertThat(active("unresolved")).isZero();
	}

}
