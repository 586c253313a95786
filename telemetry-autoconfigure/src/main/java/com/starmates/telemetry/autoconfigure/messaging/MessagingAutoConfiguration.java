// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.messaging.EventBusMeters;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for messages on buses. Boot observes
 * Kafka and RabbitMQ, by our defaults for its properties. Applications find
 * {@link EventBusMeters} even where nothing is recorded.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = MetricsAutoConfiguration.class)
@Import({ MessagingConfigurations.Settings.class, MessagingConfigurations.Enabled.class,
		MessagingConfigurations.Disabled.class })
public final class MessagingAutoConfiguration {

}
