// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.defaults;

import java.util.LinkedHashMap;
import java.util.Map;

import com.starmates.telemetry.autoconfigure.TelemetrySwitch;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Puts our defaults for Boot's properties where everything else comes first: into the
 * source {@code defaultProperties}, and only what nobody has set.
 */
class TelemetryDefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!TelemetrySwitch.isOn(environment)) {
			return;
		}
		Map<String, Object> defaults = new LinkedHashMap<>();
		for (TelemetryDefaults group : TelemetryDefaults.values()) {
			if (TelemetrySwitch.isOn(environment, group.feature()) && group.applies(environment)) {
				defaults.putAll(group.properties());
			}
		}
		defaults.putAll(ResourceDefaults.of(environment));
		defaults.keySet().removeIf(environment::containsProperty);
		DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
		DefaultPropertiesPropertySource.moveToEnd(environment);
	}

	/** After config files are read and {@code OTEL_*} variables are mapped. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
