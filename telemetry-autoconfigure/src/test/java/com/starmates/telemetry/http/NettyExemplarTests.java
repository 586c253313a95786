// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

/**
 * Exemplars on Netty.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyExemplarTests extends AbstractExemplarTests {

	NettyExemplarTests() {
		super(NettyWebServer.class);
	}

}
