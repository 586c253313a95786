// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * Keeps Spring's own observation away from requests to excluded paths of a reactive
 * server.
 *
 * @since 1.0.0
 */
public final class QuietReactiveObservations implements ObservationPredicate {

	private final ExcludedPaths excludedPaths;

	/**
	 * Create a predicate.
	 * @param excludedPaths the paths that stay quiet
	 */
	public QuietReactiveObservations(ExcludedPaths excludedPaths) {
		this.excludedPaths = excludedPaths;
	}

	@Override
	public boolean test(String name, Observation.Context context) {
		return !(context instanceof ServerRequestObservationContext observed) || !isQuiet(observed.getCarrier());
	}

	private boolean isQuiet(@Nullable ServerHttpRequest request) {
		return request != null && this.excludedPaths.contains(new ReactiveServerRequest(request));
	}

}
