// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * What the span says of Tomcat.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatHostExchangeTests extends AbstractHostExchangeTests {

	TomcatHostExchangeTests() {
		super(TomcatWebServer.class);
	}

}
