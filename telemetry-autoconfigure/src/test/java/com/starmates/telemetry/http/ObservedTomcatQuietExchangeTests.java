// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Excluded paths on Tomcat, where Boot observes requests too, and the sampler asks no
 * parent.
 */
@Import(TomcatServletWebServerFactory.class)
@TestPropertySource(properties = { "management.observations.enable.http.server.requests=true",
		"management.opentelemetry.tracing.sampler=always-on" })
class ObservedTomcatQuietExchangeTests extends AbstractQuietExchangeTests {

	ObservedTomcatQuietExchangeTests() {
		super(TomcatWebServer.class);
	}

}
