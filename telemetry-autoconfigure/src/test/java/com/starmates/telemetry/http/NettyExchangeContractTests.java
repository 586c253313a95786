// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

/**
 * The contract on Netty, with Spring WebFlux.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyExchangeContractTests extends AbstractExchangeContractTests {

	NettyExchangeContractTests() {
		super(NettyWebServer.class);
	}

}
