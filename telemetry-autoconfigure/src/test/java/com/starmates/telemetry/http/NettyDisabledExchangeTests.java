// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

/**
 * Exchanges on Netty while the SDK is disabled.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyDisabledExchangeTests extends AbstractDisabledExchangeTests {

	NettyDisabledExchangeTests() {
		super(NettyWebServer.class);
	}

}
