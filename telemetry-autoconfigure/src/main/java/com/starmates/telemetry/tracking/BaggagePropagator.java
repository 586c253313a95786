// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * W3C Baggage, to the letter. OpenTelemetry's own propagator encodes the properties of a
 * member until nobody knows them again, drops empty values, and with one malformed member
 * all others of its header.
 *
 * @since 1.0.0
 * @see <a href="https://www.w3.org/TR/baggage/">Propagation format for distributed
 * context: Baggage</a>
 */
public final class BaggagePropagator implements TextMapPropagator {

	private static final String NAME = "baggage";

	private static final List<String> FIELDS = List.of(NAME);

	private static final BaggagePropagator INSTANCE = new BaggagePropagator();

	private BaggagePropagator() {
	}

	/**
	 * Return the propagator.
	 * @return the only instance
	 */
	public static BaggagePropagator getInstance() {
		return INSTANCE;
	}

	@Override
	public Collection<String> fields() {
		return FIELDS;
	}

	/**
	 * Write what the context carries. What cannot be written is left out: a key that is
	 * no token, a malformed property, and whole members beyond the limits.
	 * @param context the context to read
	 * @param carrier what carries the headers, may be {@code null}
	 * @param setter writes a header to the carrier
	 */
	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		Baggage baggage = Baggage.fromContext(context);
		if (!baggage.isEmpty()) {
			BaggageHeader header = new BaggageHeader();
			baggage.forEach((key, entry) -> header
				.add(BaggageMember.of(key, entry.getValue(), entry.getMetadata().getValue())));
			if (!header.isEmpty()) {
				setter.set(carrier, NAME, header.toString());
			}
		}
	}

	/**
	 * Read the caller's baggage. Malformed members are ignored, each for itself, and so
	 * are those beyond the limits; of members of the same key, the last is taken.
	 * @param context the context to extend
	 * @param carrier what carries the headers, may be {@code null}
	 * @param getter reads a header from the carrier
	 * @return the context with the caller's baggage, or the same context if there is none
	 */
	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		Iterator<String> headers = getter.getAll(carrier, NAME);
		if (!headers.hasNext()) {
			return context;
		}
		BaggageHeader header = new BaggageHeader();
		while (headers.hasNext()) {
			header.parse(headers.next());
		}
		return header.isEmpty() ? context : context.with(header.toBaggage());
	}

	@Override
	public String toString() {
		return "BaggagePropagator";
	}

}
