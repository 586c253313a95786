// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.Locale;

import com.starmates.telemetry.test.Road;

import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Roads that messages take over RabbitMQ's protocol. */
enum AmqpRoad implements Road {

	LISTENER("RabbitMQ: `RabbitTemplate` to `@RabbitListener`"),

	REPLY("RabbitMQ: `convertSendAndReceive`") {

		@Override
		void send(RabbitTemplate template) {
			template.convertSendAndReceive(queue(), name());
		}

	},

	FAILING("RabbitMQ: dead letters");

	private final String title;

	AmqpRoad(String title) {
		this.title = title;
	}

	@Override
	public String title() {
		return this.title;
	}

	String queue() {
		return name().toLowerCase(Locale.ROOT);
	}

	void send(RabbitTemplate template) {
		template.convertAndSend(queue(), name());
	}

}
