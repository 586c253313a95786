// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.List;

import com.starmates.telemetry.tracking.TrackingProblemDetails;

import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Hands our interceptor to Spring WebFlux.
 */
class ReactiveProblemDetailsConfigurer implements WebFluxConfigurer {

	private final TrackingProblemDetails problemDetails;

	ReactiveProblemDetailsConfigurer(TrackingProblemDetails problemDetails) {
		this.problemDetails = problemDetails;
	}

	@Override
	public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
		interceptors.add(this.problemDetails);
	}

}
