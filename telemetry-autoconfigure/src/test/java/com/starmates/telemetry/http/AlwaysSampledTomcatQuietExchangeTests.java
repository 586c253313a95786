// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Excluded paths on Tomcat, where the sampler asks no parent.
 */
@Import(TomcatServletWebServerFactory.class)
@TestPropertySource(properties = "management.opentelemetry.tracing.sampler=always-on")
class AlwaysSampledTomcatQuietExchangeTests extends AbstractQuietExchangeTests {

	AlwaysSampledTomcatQuietExchangeTests() {
		super(TomcatWebServer.class);
	}

}
