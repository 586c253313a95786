// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

/**
 * Exchanges on Netty that Boot observes too.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyObservedExchangeTests extends AbstractObservedExchangeTests {

	NettyObservedExchangeTests() {
		super(NettyWebServer.class);
	}

}
