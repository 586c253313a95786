// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;

/**
 * Logs a thousand lines at once, and ends in the way that it is told.
 */
@SpringBootConfiguration
public final class EndingApplication {

	private EndingApplication() {
	}

	/**
	 * Log and end.
	 * @param arguments how to end
	 */
	public static void main(String[] arguments) {
		SpringApplication application = new SpringApplication(EndingApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setRegisterShutdownHook(!arguments[0].endsWith("unhooked"));
		application.run();
		for (int i = 0; i < 1_000; i++) {
			LoggerFactory.getLogger("many").info("line {}", i);
		}
		if (arguments[0].startsWith("exits")) {
			System.exit(0);
		}
	}

}
