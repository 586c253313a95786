// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.function.Supplier;

import io.micrometer.core.instrument.binder.okhttp3.OkHttpContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;

/**
 * Refuses observations of requests that the clients of OpenAI and Anthropic send where no
 * context is: to stream an answer they hop to a thread that knows nothing of the call,
 * and the request's span would be the root of a trace of its own. The model's span has
 * its duration.
 *
 * @since 1.0.0
 */
public final class OrphanedModelRequests implements ObservationPredicate {

	/** What these clients put on each of their requests. */
	private static final String CLIENT_HEADER = "X-Stainless-Lang";

	private final Supplier<ObservationRegistry> registry;

	/**
	 * Create a predicate.
	 * @param registry asked for when there is an observation, and not before
	 */
	public OrphanedModelRequests(Supplier<ObservationRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public boolean test(String name, Observation.Context context) {
		return !(context instanceof OkHttpContext request) || !isModelRequest(request)
				|| this.registry.get().getCurrentObservation() != null || Span.current().getSpanContext().isValid();
	}

	private static boolean isModelRequest(OkHttpContext request) {
		return request.getRequest().header(CLIENT_HEADER) != null;
	}

}
