// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Excluded paths on Netty, where Boot observes requests too, and the sampler asks no
 * parent.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
@TestPropertySource(properties = { "management.observations.enable.http.server.requests=true",
		"management.opentelemetry.tracing.sampler=always-on" })
class ObservedNettyQuietExchangeTests extends AbstractQuietExchangeTests {

	ObservedNettyQuietExchangeTests() {
		super(NettyWebServer.class);
	}

}
