// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Management endpoints on a port of their own, on Tomcat.
 */
@Import(TomcatServletWebServerFactory.class)
@TestPropertySource(
		properties = "spring.autoconfigure.exclude=org.springframework.boot.jetty.autoconfigure.actuate.web.server"
				+ ".JettyServletManagementContextAutoConfiguration")
class TomcatManagementPortExchangeTests extends AbstractManagementPortExchangeTests {

	TomcatManagementPortExchangeTests() {
		super(TomcatWebServer.class);
	}

}
