// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.Locale;
import java.util.stream.Stream;

import com.starmates.telemetry.export.Signal;

import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingProperties;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Where signals go, by what Boot exports them with.
 */
final class OtlpTargets {

	private static final String BOOT = "org.springframework.boot.";

	private final ApplicationContext context;

	OtlpTargets(ApplicationContext context) {
		this.context = context;
	}

	/** Return where they go; nothing if they go nowhere. */
	Stream<OtlpTarget> targets() {
		return Stream
			.of(isPresent("micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails") ? traces()
					: Stream.<OtlpTarget>empty(),
					isPresent("opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails") ? logs()
							: Stream.<OtlpTarget>empty(),
					isPresent("micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails") ? metrics()
							: Stream.<OtlpTarget>empty())
			.flatMap((targets) -> targets);
	}

	private Stream<OtlpTarget> traces() {
		return all(OtlpTracingConnectionDetails.class).filter((there) -> isExported("tracing")).map((there) -> {
			OtlpTracingProperties set = this.context.getBeanProvider(OtlpTracingProperties.class)
				.getIfAvailable(OtlpTracingProperties::new);
			return new OtlpTarget(Signal.TRACES, there.getUrl(set.getTransport()),
					set.getTransport().name().toLowerCase(Locale.ROOT));
		});
	}

	private Stream<OtlpTarget> logs() {
		return all(OtlpLoggingConnectionDetails.class).filter((there) -> isExported("logging")).map((there) -> {
			OtlpLoggingProperties set = this.context.getBeanProvider(OtlpLoggingProperties.class)
				.getIfAvailable(OtlpLoggingProperties::new);
			return new OtlpTarget(Signal.LOGS, there.getUrl(set.getTransport()),
					set.getTransport().name().toLowerCase(Locale.ROOT));
		});
	}

	private Stream<OtlpTarget> metrics() {
		return all(OtlpMetricsConnectionDetails.class).filter((there) -> there.getUrl() != null)
			.map((there) -> new OtlpTarget(Signal.METRICS, String.valueOf(there.getUrl()), "http"));
	}

	private <T> Stream<T> all(Class<T> details) {
		return this.context.getBeanProvider(details).stream();
	}

	/** As Boot's conditions read it. */
	private boolean isExported(String signal) {
		Environment environment = this.context.getEnvironment();
		String export = "management." + signal + ".export.";
		boolean exported = environment.getProperty(export + "enabled", Boolean.class, true);
		return environment.getProperty("management.opentelemetry.enabled", Boolean.class, true)
				&& environment.getProperty(export + "otlp.enabled", Boolean.class, exported);
	}

	private boolean isPresent(String details) {
		return ClassUtils.isPresent(BOOT + details, this.context.getClassLoader());
	}

}
