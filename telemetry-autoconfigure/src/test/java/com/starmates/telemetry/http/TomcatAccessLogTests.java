// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * The access log on Tomcat.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatAccessLogTests extends AbstractAccessLogTests {

	TomcatAccessLogTests() {
		super(TomcatWebServer.class);
	}

}
