// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Management endpoints on a port of their own, on Netty.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
@TestPropertySource(properties = "spring.autoconfigure.exclude=org.springframework.boot.jetty.autoconfigure"
		+ ".actuate.web.server.JettyReactiveManagementContextAutoConfiguration,org.springframework.boot.tomcat"
		+ ".autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration")
class NettyManagementPortExchangeTests extends AbstractManagementPortExchangeTests {

	NettyManagementPortExchangeTests() {
		super(NettyWebServer.class);
	}

}
