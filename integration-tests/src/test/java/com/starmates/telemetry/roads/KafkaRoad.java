// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.Locale;

import com.starmates.telemetry.test.Road;

import org.springframework.kafka.core.KafkaTemplate;

/** Roads that messages take over Kafka. */
enum KafkaRoad implements Road {

	RECORD("Kafka: `KafkaTemplate` to `@KafkaListener`"),

	BATCH("Kafka: `KafkaTemplate` to a batch listener"),

	RETRIED("Kafka: `@RetryableTopic`"),

	FAILING("Kafka: dead letters"),

	TRANSACTION("Kafka: in a transaction") {

		@Override
		void send(KafkaTemplate<Object, Object> template) {
			template.executeInTransaction((operations) -> operations.send(topic(), name()));
		}

	};

	private final String title;

	KafkaRoad(String title) {
		this.title = title;
	}

	@Override
	public String title() {
		return this.title;
	}

	String topic() {
		return name().toLowerCase(Locale.ROOT);
	}

	void send(KafkaTemplate<Object, Object> template) {
		template.send(topic(), name());
	}

}
