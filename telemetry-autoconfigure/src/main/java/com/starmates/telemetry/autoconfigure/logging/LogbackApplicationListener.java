// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import com.starmates.telemetry.autoconfigure.TelemetrySwitch;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Adds to Logback what the library needs there, as soon as Boot has set it up.
 */
class LogbackApplicationListener implements GenericApplicationListener {

	private static final boolean LOGBACK = ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext",
			LogbackApplicationListener.class.getClassLoader());

	@Override
	public boolean supportsEventType(ResolvableType type) {
		return LOGBACK && SpringApplicationEvent.class.isAssignableFrom(type.toClass());
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			Environment environment = prepared.getEnvironment();
			if (TelemetrySwitch.isOn(environment, "logging")) {
				LogbackSetup.apply(environment);
			}
		}
		else if (event instanceof ApplicationReadyEvent || event instanceof ApplicationFailedEvent) {
			LogbackSetup.end();
		}
	}

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

}
