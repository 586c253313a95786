// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.defaults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.starmates.telemetry.autoconfigure.TelemetrySwitch;
import com.starmates.telemetry.resource.ServiceIdentity;
import org.apache.commons.logging.Log;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Puts our defaults for Boot's properties where everything else comes first: into the
 * source {@code defaultProperties}, and only what nobody has set.
 */
class TelemetryDefaultsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String OBSERVATIONS = "management.observations.enable.";

	private static final List<String> INHERITED = List.of("logging.level.", OBSERVATIONS);

	private final Log logger;

	TelemetryDefaultsEnvironmentPostProcessor(DeferredLogFactory logFactory) {
		this.logger = logFactory.getLog(TelemetryDefaultsEnvironmentPostProcessor.class);
	}

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
		ServiceIdentity identity = ServiceIdentity.resolve(environment::getProperty);
		if (!identity.isUsualEnvironment()) {
			this.logger.warn("Environment '%s' is none of dev, staging and prod, which dashboards and alerts expect"
				.formatted(identity.environment()));
		}
		defaults.putAll(ResourceDefaults.of(identity));
		if (TelemetrySwitch.isOn(environment, "logging")) {
			defaults.putAll(LevelDefaults.of(environment, identity, application.getMainApplicationClass()));
		}
		defaults.keySet().removeIf((property) -> isDecided(environment, property));
		DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
		DefaultPropertiesPropertySource.moveToEnd(environment);
	}

	/** What is set for a logger or an observation is set for those below it. */
	private static boolean isDecided(Environment environment, String property) {
		if (property.startsWith(OBSERVATIONS) && environment.containsProperty(OBSERVATIONS + "all")) {
			return true;
		}
		String group = INHERITED.stream().filter(property::startsWith).findFirst().orElse(property);
		String name = property;
		while (name.length() >= group.length()) {
			if (environment.containsProperty(name)) {
				return true;
			}
			name = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
		}
		return false;
	}

	/** After config files are read and {@code OTEL_*} variables are mapped. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
