// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that checks the settings for
 * messages. Boot observes them, by our defaults for its properties.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnTelemetry
@EnableConfigurationProperties(MessagingProperties.class)
public final class MessagingAutoConfiguration {

}
