// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.net.URI;
import java.util.stream.Stream;

import com.starmates.telemetry.export.ExportFollower;
import com.starmates.telemetry.export.ExportTarget;
import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.FollowedSpanExporter;
import com.starmates.telemetry.export.OfferedSpans;
import com.starmates.telemetry.export.OtlpSpanExporter;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.export.QueueMeterProvider;
import com.starmates.telemetry.export.Signal;
import com.starmates.telemetry.export.SignalCounts;
import com.starmates.telemetry.masking.Masker;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.micrometer.tracing.otel.bridge.CompositeSpanExporter;
import io.opentelemetry.api.internal.InstrumentationUtil;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingProperties.Export;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingProperties.Compression;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport;
import org.springframework.boot.opentelemetry.autoconfigure.ConditionalOnEnabledOpenTelemetry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * What is watched, by when it applies.
 */
final class ExportConfigurations {

	private ExportConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ SpanExporter.class, SpanExporters.class, CompositeSpanExporter.class })
	@EnableConfigurationProperties(OpenTelemetryTracingProperties.class)
	static class WithSpans {

		@Bean
		@ConditionalOnMissingBean
		SpanExporters telemetryWatchedSpanExporters(ObjectProvider<SpanExporter> exporters,
				ExportWatch telemetryExportWatch,
				ObjectProvider<SpanExporterReplacement> telemetrySpanExporterReplacement) {
			SpanExporterReplacement available = telemetrySpanExporterReplacement.getIfAvailable();
			Stream<SpanExporter> all = (available != null) ? available.exporters(exporters).stream()
					: exporters.orderedStream();
			ExportFollower follower = telemetryExportWatch.follower(Signal.TRACES);
			return SpanExporters
				.of(all.<SpanExporter>map((exporter) -> new FollowedSpanExporter(exporter, follower)).toList());
		}

		/** As Boot's, from Boot's properties, but without a copy of every span. */
		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnEnabledOpenTelemetry
		BatchSpanProcessor telemetryBatchSpanProcessor(SpanExporters telemetryWatchedSpanExporters,
				SpanPipeline telemetrySpanPipeline, OpenTelemetryTracingProperties properties,
				ObjectProvider<MeterProvider> meters, PipelineCounts telemetryPipelineCounts) {
			Export export = properties.getExport();
			SignalCounts spans = telemetryPipelineCounts.of(Signal.TRACES);
			if (!telemetryWatchedSpanExporters.list().isEmpty()) {
				telemetryPipelineCounts.open(Signal.TRACES, QueueSizes.ofSpans(export.getMaxQueueSize()));
			}
			return BatchSpanProcessor
				.builder(telemetrySpanPipeline.exporter(telemetryWatchedSpanExporters.list(), spans))
				.setExportUnsampledSpans(export.isIncludeUnsampled())
				.setExporterTimeout(export.getTimeout())
				.setMaxExportBatchSize(export.getMaxBatchSize())
				.setMaxQueueSize(export.getMaxQueueSize())
				.setScheduleDelay(export.getScheduleDelay())
				.setInternalTelemetryVersion(InternalTelemetryVersion.LEGACY)
				.setMeterProvider(new QueueMeterProvider(meters.getIfAvailable(MeterProvider::noop), spans))
				.build();
		}

		/** With a processor of the application's own, nobody knows what it drops. */
		@Bean
		SdkTracerProviderBuilderCustomizer telemetryOfferedSpans(PipelineCounts telemetryPipelineCounts,
				OpenTelemetryTracingProperties properties) {
			return (builder) -> {
				if (telemetryPipelineCounts.isOpen(Signal.TRACES)) {
					builder.addSpanProcessor(new OfferedSpans(telemetryPipelineCounts.of(Signal.TRACES),
							properties.getExport().isIncludeUnsampled()));
				}
			};
		}

		@Bean
		SpanPipeline telemetrySpanPipeline(ObjectProvider<SpanExportingPredicate> predicates,
				ObjectProvider<SpanReporter> reporters, ObjectProvider<SpanFilter> filters,
				ObjectProvider<Masker> telemetryMasker) {
			return new SpanPipeline(predicates, reporters, filters, telemetryMasker.getIfAvailable(Masker::standard));
		}

	}

	/** Our exporter is nobody's to inject: where Boot's is asked for, that is meant. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ OtlpHttpSpanExporter.class, OtlpTracingConnectionDetails.class })
	static class WithOtlpSpans {

		@Bean
		static SpanExporterReplacement.Deferral telemetrySpanExporterDeferral() {
			return new SpanExporterReplacement.Deferral();
		}

		@Bean
		SpanExporterReplacement telemetrySpanExporterReplacement(ConfigurableListableBeanFactory factory,
				ExportProperties properties) {
			return new SpanExporterReplacement(factory, properties);
		}

		@Lazy
		@Bean(name = SpanExporterReplacement.OURS, autowireCandidate = false)
		OtlpSpanExporter telemetryOtlpSpanExporter(OtlpTracingProperties properties,
				OtlpTracingConnectionDetails details, PipelineCounts telemetryPipelineCounts) {
			SslBundle ssl = details.getSslBundle();
			return new OtlpSpanExporter(new ExportTarget(URI.create(details.getUrl(Transport.HTTP)),
					properties.getHeaders(), properties.getCompression() == Compression.GZIP, properties.getTimeout(),
					properties.getConnectTimeout(), (ssl != null) ? ssl.createSslContext().getSocketFactory() : null),
					telemetryPipelineCounts.of(Signal.TRACES)::rejected);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ OtlpMetricsSender.class, OtlpMetricsConnectionDetails.class, InstrumentationUtil.class })
	static class WithMeters {

		/** Whether there is a sender, and where it sends, is for Boot to say. */
		@Bean
		static MetricsSenderPostProcessor telemetryMetricsSenderPostProcessor(ConfigurableListableBeanFactory factory,
				ObjectProvider<ExportWatch> telemetryExportWatch,
				ObjectProvider<PipelineCounts> telemetryPipelineCounts) {
			return new MetricsSenderPostProcessor(factory, telemetryExportWatch, telemetryPipelineCounts);
		}

	}

}
