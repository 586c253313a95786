// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * Exchanges of a public edge on Tomcat.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatRestartedExchangeTests extends AbstractRestartedExchangeTests {

	TomcatRestartedExchangeTests() {
		super(TomcatWebServer.class);
	}

}
