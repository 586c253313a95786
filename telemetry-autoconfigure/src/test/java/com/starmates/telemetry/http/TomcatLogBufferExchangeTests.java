// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * What is written of requests to Tomcat only when it matters.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatLogBufferExchangeTests extends AbstractLogBufferExchangeTests {

	TomcatLogBufferExchangeTests() {
		super(TomcatWebServer.class);
	}

}
