// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Exchanges of a public edge on Netty, where Boot observes requests too.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
@TestPropertySource(properties = "management.observations.enable.http.server.requests=true")
class ObservedNettyRestartedExchangeTests extends AbstractRestartedExchangeTests {

	ObservedNettyRestartedExchangeTests() {
		super(NettyWebServer.class);
	}

}
