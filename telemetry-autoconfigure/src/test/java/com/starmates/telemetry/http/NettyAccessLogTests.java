// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

/**
 * The access log on Netty, with Spring WebFlux.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyAccessLogTests extends AbstractAccessLogTests {

	NettyAccessLogTests() {
		super(NettyWebServer.class);
	}

}
