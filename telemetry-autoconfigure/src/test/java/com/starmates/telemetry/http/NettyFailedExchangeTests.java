// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.junit.jupiter.api.Test;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges that fail, on Netty, with Spring WebFlux.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyFailedExchangeTests extends AbstractFailedExchangeTests {

	NettyFailedExchangeTests() {
		super(NettyWebServer.class);
	}

	/** Spring takes it for an end like any other. */
	@Test
	void aConnectionThatIsGoneIsAnErrorOfTheNetwork() throws Exception {
		get("/aborts");
		assertThat(attributes(onlySpan())).containsEntry("error.type", "AbortedException");
		assertThat(onlyAccessLine().getKeyValuePairs())
			.anySatisfy((pair) -> assertThat(pair.toString()).isEqualTo("error_category=\"network\""));
	}

}
