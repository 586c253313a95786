// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.logging.CloudWatchEncoder;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for log lines: it checks their
 * settings and sends them over OTLP. Lines are written long before there are beans, by a
 * {@link CloudWatchStructuredLogFormatter}.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnClass({ CloudWatchEncoder.class, LoggingEventCompositeJsonEncoder.class })
@ConditionalOnTelemetry("logging")
@EnableConfigurationProperties(LoggingProperties.class)
public final class LoggingAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ OpenTelemetrySdk.class, LogRecordExporter.class, OpenTelemetryAppender.class })
	static class WithOtlp {

		@Bean
		@ConditionalOnMissingBean(name = "telemetryOtlpLogs")
		OtlpLogs telemetryOtlpLogs(Environment environment, ObjectProvider<OpenTelemetrySdk> openTelemetrySdk,
				ObjectProvider<LogRecordExporter> exporters) {
			return new OtlpLogs(environment, openTelemetrySdk, exporters);
		}

	}

}
