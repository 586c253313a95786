// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import com.starmates.telemetry.messaging.ObservedNats;
import io.nats.client.Connection;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Lets messages carry their trace over connections to NATS that are beans.
 */
final class NatsConnectionPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<ObservedNats> nats;

	NatsConnectionPostProcessor(ObjectProvider<ObservedNats> nats) {
		this.nats = nats;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof Connection connection) ? this.nats.getObject().observe(connection) : bean;
	}

}
