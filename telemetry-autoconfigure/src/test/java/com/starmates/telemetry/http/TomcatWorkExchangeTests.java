// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * What requests tell of their work on Tomcat.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatWorkExchangeTests extends AbstractWorkExchangeTests {

	TomcatWorkExchangeTests() {
		super(TomcatWebServer.class);
	}

}
