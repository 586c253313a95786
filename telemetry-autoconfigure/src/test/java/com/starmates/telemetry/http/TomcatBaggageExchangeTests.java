// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * Baggage of a request on Tomcat.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatBaggageExchangeTests extends AbstractBaggageExchangeTests {

	TomcatBaggageExchangeTests() {
		super(TomcatWebServer.class);
	}

}
