// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

/**
 * Baggage of a request on Netty.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyBaggageExchangeTests extends AbstractBaggageExchangeTests {

	NettyBaggageExchangeTests() {
		super(NettyWebServer.class);
	}

}
