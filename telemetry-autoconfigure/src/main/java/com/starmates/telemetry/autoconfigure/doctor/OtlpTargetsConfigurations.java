// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.Locale;

import com.starmates.telemetry.export.Signal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails;
import org.springframework.boot.micrometer.tracing.autoconfigure.ConditionalOnEnabledTracingExport;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingProperties;
import org.springframework.boot.opentelemetry.autoconfigure.ConditionalOnEnabledOpenTelemetry;
import org.springframework.boot.opentelemetry.autoconfigure.logging.ConditionalOnEnabledLoggingExport;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where signals go, by what exports them.
 */
final class OtlpTargetsConfigurations {

	private OtlpTargetsConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtlpTracingConnectionDetails.class)
	static class WithTraces {

		@Bean
		@ConditionalOnEnabledOpenTelemetry
		@ConditionalOnEnabledTracingExport("otlp")
		OtlpTargets telemetryTraceTargets(ObjectProvider<OtlpTracingConnectionDetails> details,
				ObjectProvider<OtlpTracingProperties> properties) {
			return () -> details.stream().map((there) -> {
				OtlpTracingProperties set = properties.getIfAvailable(OtlpTracingProperties::new);
				return new OtlpTarget(Signal.TRACES, there.getUrl(set.getTransport()),
						set.getTransport().name().toLowerCase(Locale.ROOT));
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtlpLoggingConnectionDetails.class)
	static class WithLogs {

		@Bean
		@ConditionalOnEnabledOpenTelemetry
		@ConditionalOnEnabledLoggingExport("otlp")
		OtlpTargets telemetryLogTargets(ObjectProvider<OtlpLoggingConnectionDetails> details,
				ObjectProvider<OtlpLoggingProperties> properties) {
			return () -> details.stream().map((there) -> {
				OtlpLoggingProperties set = properties.getIfAvailable(OtlpLoggingProperties::new);
				return new OtlpTarget(Signal.LOGS, there.getUrl(set.getTransport()),
						set.getTransport().name().toLowerCase(Locale.ROOT));
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtlpMetricsConnectionDetails.class)
	static class WithMetrics {

		@Bean
		OtlpTargets telemetryMeterTargets(ObjectProvider<OtlpMetricsConnectionDetails> details) {
			return () -> details.stream()
				.filter((there) -> there.getUrl() != null)
				.map((there) -> new OtlpTarget(Signal.METRICS, String.valueOf(there.getUrl()), "http"));
		}

	}

}
