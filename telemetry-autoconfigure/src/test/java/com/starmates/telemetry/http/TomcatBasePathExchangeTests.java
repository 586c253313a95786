// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Exchanges below a context path on Tomcat.
 */
@Import(TomcatServletWebServerFactory.class)
@TestPropertySource(properties = "server.servlet.context-path=/base")
class TomcatBasePathExchangeTests extends AbstractBasePathExchangeTests {

	TomcatBasePathExchangeTests() {
		super(TomcatWebServer.class);
	}

}
