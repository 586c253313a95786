// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.time.Duration;

import com.starmates.telemetry.autoconfigure.TelemetrySwitch;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Lets the console write lines together, as soon as Boot has set it up.
 */
class BatchedConsoleApplicationListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	private static final boolean LOGBACK = ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext",
			BatchedConsoleApplicationListener.class.getClassLoader());

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Environment environment = event.getEnvironment();
		if (LOGBACK && TelemetrySwitch.isOn(environment, "logging")) {
			Duration delay = LoggingProperties.of(environment).writeDelay();
			if (!delay.isZero()) {
				new BatchedConsole(delay, environment.getProperty("logging.structured.format.console")).install();
			}
		}
	}

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

}
