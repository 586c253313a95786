// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.util.List;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.FollowedLogRecordExporter;
import com.starmates.telemetry.export.OfferedLogRecords;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.export.QueueMeterProvider;
import com.starmates.telemetry.export.Signal;
import com.starmates.telemetry.export.SignalCounts;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.opentelemetry.autoconfigure.ConditionalOnEnabledOpenTelemetry;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingProperties;
import org.springframework.boot.opentelemetry.autoconfigure.logging.SdkLoggerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * As Boot's processor, from Boot's properties, with its exporters under watch.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ LogRecordExporter.class, OpenTelemetryLoggingProperties.class })
@ConditionalOnEnabledOpenTelemetry
@EnableConfigurationProperties(OpenTelemetryLoggingProperties.class)
class LogRecordExportConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BatchLogRecordProcessor telemetryBatchLogRecordProcessor(ObjectProvider<LogRecordExporter> exporters,
			ExportWatch telemetryExportWatch, OpenTelemetryLoggingProperties properties,
			PipelineCounts telemetryPipelineCounts) {
		OpenTelemetryLoggingProperties.Export export = properties.getExport();
		SignalCounts records = telemetryPipelineCounts.of(Signal.LOGS);
		List<LogRecordExporter> watched = exporters.orderedStream()
			.<LogRecordExporter>map(
					(exporter) -> new FollowedLogRecordExporter(exporter, telemetryExportWatch.follower(Signal.LOGS)))
			.toList();
		if (!watched.isEmpty()) {
			telemetryPipelineCounts.open(Signal.LOGS, export.getMaxQueueSize());
		}
		return BatchLogRecordProcessor
			.builder(new FollowedLogRecordExporter(LogRecordExporter.composite(watched), records))
			.setExporterTimeout(export.getTimeout())
			.setMaxExportBatchSize(export.getMaxBatchSize())
			.setMaxQueueSize(export.getMaxQueueSize())
			.setScheduleDelay(export.getScheduleDelay())
			.setInternalTelemetryVersion(InternalTelemetryVersion.LEGACY)
			.setMeterProvider(new QueueMeterProvider(MeterProvider.noop(), records))
			.build();
	}

	@Bean
	SdkLoggerProviderBuilderCustomizer telemetryOfferedLogRecords(PipelineCounts telemetryPipelineCounts) {
		return (builder) -> {
			if (telemetryPipelineCounts.isOpen(Signal.LOGS)) {
				builder.addLogRecordProcessor(new OfferedLogRecords(telemetryPipelineCounts.of(Signal.LOGS)));
			}
		};
	}

}
