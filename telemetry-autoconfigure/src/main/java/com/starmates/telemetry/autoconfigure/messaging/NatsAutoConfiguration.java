// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.messaging.ObservedNats;
import io.nats.client.Connection;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for messages over NATS. Applications
 * find {@link ObservedNats} even where nothing is observed.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = { MessagingAutoConfiguration.class, MaskingAutoConfiguration.class },
		afterName = "org.springframework.boot.ssl.autoconfigure.SslAutoConfiguration")
@ConditionalOnClass(Connection.class)
@Import({ NatsConfigurations.Connected.class, NatsConfigurations.Observed.class, NatsConfigurations.Unobserved.class })
public final class NatsAutoConfiguration {

}
