// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Keeps Spring's own observation away from requests to excluded paths of a servlet
 * container.
 *
 * @since 1.0.0
 */
public final class QuietServletObservations implements ObservationPredicate {

	private final ExcludedPaths excludedPaths;

	/**
	 * Create a predicate.
	 * @param excludedPaths the paths that stay quiet
	 */
	public QuietServletObservations(ExcludedPaths excludedPaths) {
		this.excludedPaths = excludedPaths;
	}

	@Override
	public boolean test(String name, Observation.Context context) {
		return !(context instanceof ServerRequestObservationContext observed) || !isQuiet(observed.getCarrier());
	}

	private boolean isQuiet(@Nullable HttpServletRequest request) {
		return request != null && this.excludedPaths.contains(new ServletServerRequest(request));
	}

}
