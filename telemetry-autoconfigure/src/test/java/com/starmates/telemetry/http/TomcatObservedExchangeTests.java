// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * Exchanges on Tomcat that Boot observes too.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatObservedExchangeTests extends AbstractObservedExchangeTests {

	TomcatObservedExchangeTests() {
		super(TomcatWebServer.class);
	}

}
