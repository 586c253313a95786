// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.logging.CloudWatchEncoder;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that checks the settings for log
 * lines. Lines are written long before there are beans, by a
 * {@link CloudWatchStructuredLogFormatter}.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnClass({ CloudWatchEncoder.class, LoggingEventCompositeJsonEncoder.class })
@ConditionalOnTelemetry("logging")
@EnableConfigurationProperties(LoggingProperties.class)
public final class LoggingAutoConfiguration {

}
