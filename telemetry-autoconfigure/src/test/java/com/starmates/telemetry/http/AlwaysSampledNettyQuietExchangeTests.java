// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Excluded paths on Netty, where the sampler asks no parent.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
@TestPropertySource(properties = "management.opentelemetry.tracing.sampler=always-on")
class AlwaysSampledNettyQuietExchangeTests extends AbstractQuietExchangeTests {

	AlwaysSampledNettyQuietExchangeTests() {
		super(NettyWebServer.class);
	}

}
