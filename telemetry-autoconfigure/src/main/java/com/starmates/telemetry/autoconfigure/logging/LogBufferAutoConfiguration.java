// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.turbo.TurboFilter;
import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.http.HttpAutoConfiguration;
import com.starmates.telemetry.autoconfigure.logging.LoggingProperties.BufferProperties;
import com.starmates.telemetry.http.ServerExchanges;
import com.starmates.telemetry.logging.LogBufferFilter;
import com.starmates.telemetry.logging.LogBuffers;
import net.logstash.logback.marker.LogstashMarker;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for lines that are written only if
 * their request fails or is slow.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = HttpAutoConfiguration.class)
@ConditionalOnClass({ TurboFilter.class, LogstashMarker.class })
@ConditionalOnBean(ServerExchanges.class)
@ConditionalOnBooleanProperty("telemetry.logging.buffer.enabled")
@ConditionalOnTelemetry("logging")
@EnableConfigurationProperties(LoggingProperties.class)
public final class LogBufferAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LogBuffers telemetryLogBuffers(LoggingProperties properties) {
		BufferProperties buffer = properties.buffer();
		return new LogBuffers(Level.convertAnSLF4JLevel(buffer.level()), buffer.maxRequestSize().toBytes(),
				buffer.maxTotalSize().toBytes());
	}

	/** The lines come before the access line. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 1)
	@ConditionalOnMissingBean(name = "telemetryLogBufferRecorder")
	LogBufferRecorder telemetryLogBufferRecorder(LogBuffers telemetryLogBuffers, LoggingProperties properties) {
		return new LogBufferRecorder(telemetryLogBuffers, properties.buffer().slowThreshold());
	}

	@Bean
	LogBufferSetup telemetryLogBufferSetup(LogBuffers telemetryLogBuffers, LoggingProperties properties) {
		return new LogBufferSetup(new LogBufferFilter(telemetryLogBuffers, properties.includeCaller()));
	}

}
