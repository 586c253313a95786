// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * Exchanges that go asynchronous, on Tomcat.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatAsyncExchangeTests extends AbstractAsyncExchangeTests {

	TomcatAsyncExchangeTests() {
		super(TomcatWebServer.class);
	}

}
