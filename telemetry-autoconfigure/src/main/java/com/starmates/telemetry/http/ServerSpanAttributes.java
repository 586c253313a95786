// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Attributes of the server span: OpenTelemetry's stable conventions for HTTP, and what
 * the library adds.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">Semantic
 * conventions for HTTP spans</a>
 */
final class ServerSpanAttributes {

	static final AttributeKey<String> REQUEST_METHOD = AttributeKey.stringKey("http.request.method");

	static final AttributeKey<String> REQUEST_METHOD_ORIGINAL = AttributeKey.stringKey("http.request.method_original");

	static final AttributeKey<Long> RESPONSE_STATUS_CODE = AttributeKey.longKey("http.response.status_code");

	static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");

	static final AttributeKey<String> URL_SCHEME = AttributeKey.stringKey("url.scheme");

	static final AttributeKey<String> URL_PATH = AttributeKey.stringKey("url.path");

	static final AttributeKey<String> URL_QUERY = AttributeKey.stringKey("url.query");

	static final AttributeKey<String> PROTOCOL_VERSION = AttributeKey.stringKey("network.protocol.version");

	static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey("server.address");

	static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey("server.port");

	static final AttributeKey<String> CLIENT_ADDRESS = AttributeKey.stringKey("client.address");

	static final AttributeKey<String> PEER_ADDRESS = AttributeKey.stringKey("network.peer.address");

	static final AttributeKey<Long> PEER_PORT = AttributeKey.longKey("network.peer.port");

	static final AttributeKey<String> USER_AGENT = AttributeKey.stringKey("user_agent.original");

	static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

	/** What the caller takes for a tracking id; nothing of ours depends on it. */
	static final AttributeKey<String> INBOUND_ID = AttributeKey.stringKey("tracking.inbound_id");

	static final AttributeKey<Long> REQUEST_SIZE = AttributeKey.longKey("request.size");

	static final AttributeKey<Long> RESPONSE_SIZE = AttributeKey.longKey("response.size");

	static final AttributeKey<String> USER_ID = AttributeKey.stringKey("user.id");

	static final AttributeKey<String> SESSION_ID = AttributeKey.stringKey("session.id");

	static final AttributeKey<String> OPERATION_NAME = AttributeKey.stringKey("operation.name");

	private ServerSpanAttributes() {
	}

}
