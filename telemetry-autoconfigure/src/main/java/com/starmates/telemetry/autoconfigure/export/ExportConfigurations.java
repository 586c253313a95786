// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.WatchedSpanExporter;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is watched, by when it applies.
 */
final class ExportConfigurations {

	private ExportConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ SpanExporter.class, SpanExporters.class })
	static class WithSpans {

		@Bean
		@ConditionalOnMissingBean
		SpanExporters watchedSpanExporters(ObjectProvider<SpanExporter> exporters, ExportWatch watch) {
			return SpanExporters.of(exporters.orderedStream()
				.<SpanExporter>map((exporter) -> new WatchedSpanExporter(exporter, watch))
				.toList());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtlpMetricsSender.class)
	static class WithMeters {

		/** Boot's sender is made by Boot, from its properties; we only look on. */
		@Bean
		static MetricsSenderPostProcessor metricsSenderPostProcessor(ObjectProvider<ExportWatch> watch) {
			return new MetricsSenderPostProcessor(watch);
		}

	}

}
