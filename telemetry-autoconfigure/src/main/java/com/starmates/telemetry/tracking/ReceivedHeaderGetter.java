// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

import io.micrometer.observation.transport.ReceiverContext;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/**
 * Lets OpenTelemetry's propagators read the caller's context from what is observed.
 *
 * @param <C> type of what carries the headers
 */
final class ReceivedHeaderGetter<C> implements TextMapGetter<ReceiverContext<C>> {

	/** Observations name the headers that they are asked for, and no others. */
	@Override
	public Iterable<String> keys(ReceiverContext<C> observed) {
		return List.of();
	}

	@Override
	public @Nullable String get(@Nullable ReceiverContext<C> observed, String key) {
		C carrier = (observed != null) ? observed.getCarrier() : null;
		return (observed != null && carrier != null) ? observed.getGetter().get(carrier, key) : null;
	}

	@Override
	public Iterator<String> getAll(@Nullable ReceiverContext<C> observed, String key) {
		C carrier = (observed != null) ? observed.getCarrier() : null;
		return (observed != null && carrier != null) ? observed.getGetter().getAll(carrier, key).iterator()
				: Collections.emptyIterator();
	}

}
