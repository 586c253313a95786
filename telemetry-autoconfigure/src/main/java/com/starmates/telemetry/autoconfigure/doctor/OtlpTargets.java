// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.starmates.telemetry.autoconfigure.OtlpSettings;
import com.starmates.telemetry.export.Signal;
import com.starmates.telemetry.tracking.JavaAgent;

import org.springframework.aot.AotDetector;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingProperties;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Where signals go, by what Boot exports them with.
 */
final class OtlpTargets {

	private static final String BOOT = "org.springframework.boot.";

	private final ApplicationContext context;

	private final OtlpSettings settings;

	OtlpTargets(ApplicationContext context) {
		this.context = context;
		this.settings = new OtlpSettings(context.getEnvironment());
	}

	/**
	 * Return where they go, and where they would go if there were something to send them.
	 */
	Stream<OtlpTarget> targets() {
		List<OtlpTarget> used = used().toList();
		Stream<OtlpTarget> others = (AotDetector.useGeneratedArtifacts() && !JavaAgent.isAttached()) ? set()
				: Stream.empty();
		return Stream.concat(used.stream(),
				others.filter((other) -> used.stream().noneMatch((one) -> one.signal() == other.signal())));
	}

	private Stream<OtlpTarget> used() {
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
		return all(OtlpTracingConnectionDetails.class).filter((there) -> this.settings.isOn(Signal.TRACES))
			.map((there) -> {
				OtlpTracingProperties set = this.context.getBeanProvider(OtlpTracingProperties.class)
					.getIfAvailable(OtlpTracingProperties::new);
				return new OtlpTarget(Signal.TRACES, there.getUrl(set.getTransport()),
						set.getTransport().name().toLowerCase(Locale.ROOT), true);
			});
	}

	private Stream<OtlpTarget> logs() {
		return all(OtlpLoggingConnectionDetails.class).filter((there) -> this.settings.isOn(Signal.LOGS))
			.map((there) -> {
				OtlpLoggingProperties set = this.context.getBeanProvider(OtlpLoggingProperties.class)
					.getIfAvailable(OtlpLoggingProperties::new);
				return new OtlpTarget(Signal.LOGS, there.getUrl(set.getTransport()),
						set.getTransport().name().toLowerCase(Locale.ROOT), true);
			});
	}

	private Stream<OtlpTarget> metrics() {
		return all(OtlpMetricsConnectionDetails.class).filter((there) -> there.getUrl() != null)
			.map((there) -> new OtlpTarget(Signal.METRICS, String.valueOf(there.getUrl()), "http", true));
	}

	/**
	 * What is set now may not have been when the service was processed ahead of time, and
	 * Spring decided which beans there are.
	 */
	private Stream<OtlpTarget> set() {
		return Stream.of(Signal.values()).flatMap((signal) -> {
			String endpoint = this.settings.endpoint(signal);
			return (endpoint != null)
					? Stream.of(new OtlpTarget(signal, endpoint, this.settings.transport(signal), false))
					: Stream.empty();
		});
	}

	private <T> Stream<T> all(Class<T> details) {
		return this.context.getBeanProvider(details).stream();
	}

	private boolean isPresent(String details) {
		return ClassUtils.isPresent(BOOT + details, this.context.getClassLoader());
	}

}
