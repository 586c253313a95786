// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * What fails late on Jetty.
 */
@Import(JettyServletWebServerFactory.class)
class JettyLateFailureTests extends AbstractLateFailureTests {

	JettyLateFailureTests() {
		super(JettyWebServer.class);
	}

}
