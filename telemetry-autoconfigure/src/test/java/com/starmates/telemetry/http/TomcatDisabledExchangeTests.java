// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Import;

/**
 * Exchanges on Tomcat while the SDK is disabled.
 */
@Import(TomcatServletWebServerFactory.class)
class TomcatDisabledExchangeTests extends AbstractDisabledExchangeTests {

	TomcatDisabledExchangeTests() {
		super(TomcatWebServer.class);
	}

}
