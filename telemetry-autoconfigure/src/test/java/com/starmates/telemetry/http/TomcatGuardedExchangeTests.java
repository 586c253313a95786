// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * Budgets of labels on Tomcat.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatGuardedExchangeTests extends AbstractGuardedExchangeTests {

	TomcatGuardedExchangeTests() {
		super(TomcatWebServer.class);
	}

}
