// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

/**
 * Budgets of labels on Netty.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyGuardedExchangeTests extends AbstractGuardedExchangeTests {

	NettyGuardedExchangeTests() {
		super(NettyWebServer.class);
	}

}
