// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Exchanges of a public edge on Tomcat, where Boot observes requests too.
 */
@Import(TomcatServletWebServerFactory.class)
@TestPropertySource(properties = "management.observations.enable.http.server.requests=true")
class ObservedTomcatRestartedExchangeTests extends AbstractRestartedExchangeTests {

	ObservedTomcatRestartedExchangeTests() {
		super(TomcatWebServer.class);
	}

}
