// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for messages.
 *
 * @param enabled Whether to let Boot observe Kafka and RabbitMQ, so that messages carry
 * their trace, and to count messages on buses of the application's own.
 */
@ConfigurationProperties("telemetry.messaging")
record MessagingProperties(@DefaultValue("true") boolean enabled) {

}
