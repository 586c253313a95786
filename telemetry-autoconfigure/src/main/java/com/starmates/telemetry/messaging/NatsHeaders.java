// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.util.ArrayList;
import java.util.List;

import io.nats.client.impl.Headers;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Carries context in the headers of messages. Their names have cases, and clients in
 * other languages write {@code Traceparent}.
 */
enum NatsHeaders implements TextMapGetter<Headers>, TextMapSetter<Headers> {

	INSTANCE;

	@Override
	public Iterable<String> keys(Headers headers) {
		return headers.keySet();
	}

	@Override
	public @Nullable String get(@Nullable Headers headers, String key) {
		List<String> values = values(headers, key);
		return values.isEmpty() ? null : values.get(0);
	}

	@Override
	public java.util.Iterator<String> getAll(@Nullable Headers headers, String key) {
		return values(headers, key).iterator();
	}

	/** What cannot be a header, NATS refuses: the message goes without it. */
	@Override
	public void set(@Nullable Headers headers, String key, String value) {
		if (headers != null) {
			remove(headers, key);
			try {
				headers.put(key, value);
			}
			catch (IllegalArgumentException ex) {
				return;
			}
		}
	}

	static void remove(Headers headers, String key) {
		if (headers.containsKeyIgnoreCase(key)) {
			for (String name : new ArrayList<>(headers.keySet())) {
				if (name.equalsIgnoreCase(key)) {
					headers.remove(name);
				}
			}
		}
	}

	private static List<String> values(@Nullable Headers headers, String key) {
		List<String> values = (headers != null) ? headers.getIgnoreCase(key) : null;
		return (values != null) ? values : List.of();
	}

}
