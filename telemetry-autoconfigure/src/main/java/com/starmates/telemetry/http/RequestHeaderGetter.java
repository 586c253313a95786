// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Collections;
import java.util.Iterator;

import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * Lets OpenTelemetry's propagators read the caller's context from a request.
 */
enum RequestHeaderGetter implements TextMapGetter<ServerRequest> {

	INSTANCE;

	@Override
	public Iterable<String> keys(ServerRequest carrier) {
		return carrier.headerNames();
	}

	@Override
	public @Nullable String get(@Nullable ServerRequest carrier, String key) {
		return (carrier != null) ? carrier.header(key) : null;
	}

	@Override
	public Iterator<String> getAll(@Nullable ServerRequest carrier, String key) {
		return (carrier != null) ? carrier.headers(key).iterator() : Collections.emptyIterator();
	}

}
