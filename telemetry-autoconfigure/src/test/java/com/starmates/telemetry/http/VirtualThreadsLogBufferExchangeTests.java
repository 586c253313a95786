// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * What is written of requests to Tomcat with virtual threads only when it matters.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
@TestPropertySource(properties = "spring.threads.virtual.enabled=true")
@Import(TomcatServletWebServerFactory.class)
class VirtualThreadsLogBufferExchangeTests extends AbstractLogBufferExchangeTests {

	VirtualThreadsLogBufferExchangeTests() {
		super(TomcatWebServer.class);
	}

}
