// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

/**
 * What is written of requests to Netty only when it matters.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyLogBufferExchangeTests extends AbstractLogBufferExchangeTests {

	NettyLogBufferExchangeTests() {
		super(NettyWebServer.class);
	}

}
