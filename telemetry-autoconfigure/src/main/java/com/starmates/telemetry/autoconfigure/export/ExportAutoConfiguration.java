// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.OtlpSettings;
import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.PipelineCounts;
import io.opentelemetry.sdk.common.CompletableResultCode;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for exports that cost little and
 * fail quietly.
 *
 * @since 1.0.0
 */
@AutoConfiguration(beforeName = { ExportAutoConfiguration.LOGGING + ".OpenTelemetryLoggingAutoConfiguration",
		ExportAutoConfiguration.TRACING + ".OpenTelemetryTracingAutoConfiguration" })
@ConditionalOnClass(CompletableResultCode.class)
@ConditionalOnTelemetry("export")
@EnableConfigurationProperties(ExportProperties.class)
@Import({ ExportConfigurations.WithSpans.class, ExportConfigurations.WithOtlpSpans.class,
		LogRecordExportConfiguration.class, ExportConfigurations.WithMeters.class,
		PipelineFiguresConfigurations.WithMeters.class, PipelineFiguresConfigurations.WithLogLines.class,
		PipelineFiguresConfigurations.WithHealth.class })
public final class ExportAutoConfiguration {

	static final String LOGGING = "org.springframework.boot.opentelemetry.autoconfigure.logging";

	static final String TRACING = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure";

	@Bean
	@ConditionalOnMissingBean(name = "telemetryExportWatch")
	ExportWatch telemetryExportWatch() {
		return new ExportWatch();
	}

	/** Of use to what is being processed now, once that runs. */
	@Bean
	@ConditionalOnBooleanProperty("spring.aot.processing")
	static AheadOfTimeExports telemetryAheadOfTimeExports(Environment environment) {
		return new AheadOfTimeExports(new OtlpSettings(environment));
	}

	/** It ends after all that counts, which depends on it. */
	@Bean(destroyMethod = "end")
	@ConditionalOnMissingBean(name = "telemetryPipelineCounts")
	PipelineCounts telemetryPipelineCounts() {
		return new PipelineCounts();
	}

}
