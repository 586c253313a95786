// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Exchanges below a base path on Netty.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
@TestPropertySource(properties = "spring.webflux.base-path=/base")
class NettyBasePathExchangeTests extends AbstractBasePathExchangeTests {

	NettyBasePathExchangeTests() {
		super(NettyWebServer.class);
	}

}
