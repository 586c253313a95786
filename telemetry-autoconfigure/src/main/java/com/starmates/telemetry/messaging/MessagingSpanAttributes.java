// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Attributes of a message's spans: OpenTelemetry's conventions for messaging, and what
 * they have no name for.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/">Semantic
 * conventions for messaging spans</a>
 */
final class MessagingSpanAttributes {

	static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");

	static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("messaging.operation.name");

	static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");

	static final AttributeKey<String> DESTINATION_NAME = AttributeKey.stringKey("messaging.destination.name");

	static final AttributeKey<String> DESTINATION_TEMPLATE = AttributeKey.stringKey("messaging.destination.template");

	static final AttributeKey<Boolean> DESTINATION_TEMPORARY = AttributeKey
		.booleanKey("messaging.destination.temporary");

	static final AttributeKey<String> CONSUMER_GROUP = AttributeKey.stringKey("messaging.consumer.group.name");

	static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");

	static final AttributeKey<Long> BODY_SIZE = AttributeKey.longKey("messaging.message.body.size");

	static final AttributeKey<Long> BATCH_SIZE = AttributeKey.longKey("messaging.batch.message_count");

	static final AttributeKey<String> STREAM = AttributeKey.stringKey("messaging.nats.stream.name");

	static final AttributeKey<Long> DELIVERY_COUNT = AttributeKey.longKey("messaging.nats.message.delivery_count");

	static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("messaging.nats.message.outcome");

	static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");

	static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");

	static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

	private MessagingSpanAttributes() {
	}

}
