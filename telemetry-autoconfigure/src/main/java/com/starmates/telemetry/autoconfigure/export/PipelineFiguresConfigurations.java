// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import ch.qos.logback.classic.LoggerContext;
import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.LogBytesMeter;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.export.PipelineMeters;
import com.starmates.telemetry.logging.WrittenBytes;
import com.starmates.telemetry.masking.Masker;
import io.micrometer.core.instrument.binder.MeterBinder;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the pipeline's own figures are shown, by what shows them.
 */
final class PipelineFiguresConfigurations {

	private PipelineFiguresConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	@ConditionalOnTelemetry("metrics")
	static class WithMeters {

		@Bean
		@ConditionalOnMissingBean(name = "telemetryPipelineMeters")
		PipelineMeters telemetryPipelineMeters(PipelineCounts telemetryPipelineCounts) {
			return new PipelineMeters(telemetryPipelineCounts);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ MeterBinder.class, LoggerContext.class, LoggingEventCompositeJsonEncoder.class })
	@ConditionalOnTelemetry({ "metrics", "logging" })
	static class WithLogLines {

		/** Another logging system may be in use with Logback on the class path. */
		@Bean
		@ConditionalOnMissingBean(name = "telemetryLogBytesMeter")
		LogBytesMeter telemetryLogBytesMeter() {
			return new LogBytesMeter(() -> (LoggerFactory.getILoggerFactory() instanceof LoggerContext context)
					? WrittenBytes.of(context) : 0);
		}

	}

	/** Off by default: a health check that nobody reads is work for nothing. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HealthIndicator.class)
	@ConditionalOnBooleanProperty("management.health.telemetry-export.enabled")
	static class WithHealth {

		@Bean
		@ConditionalOnMissingBean(name = "telemetryExportHealthIndicator")
		ExportHealthIndicator telemetryExportHealthIndicator(PipelineCounts telemetryPipelineCounts,
				ExportWatch telemetryExportWatch, ObjectProvider<Masker> telemetryMasker) {
			return new ExportHealthIndicator(telemetryPipelineCounts, telemetryExportWatch,
					telemetryMasker.getIfAvailable(Masker::standard));
		}

	}

}
