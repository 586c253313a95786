// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Attributes of client spans that server spans do not have.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">Semantic
 * conventions for HTTP spans</a>
 */
final class ClientSpanAttributes {

	static final AttributeKey<String> URL_FULL = AttributeKey.stringKey("url.full");

	static final AttributeKey<String> URL_TEMPLATE = AttributeKey.stringKey("url.template");

	private ClientSpanAttributes() {
	}

}
