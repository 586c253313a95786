// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.List;

import com.starmates.telemetry.tracking.TrackingProblemDetails;

import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands our interceptor to Spring MVC.
 */
class ProblemDetailsConfigurer implements WebMvcConfigurer {

	private final TrackingProblemDetails problemDetails;

	ProblemDetailsConfigurer(TrackingProblemDetails problemDetails) {
		this.problemDetails = problemDetails;
	}

	@Override
	public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
		interceptors.add(this.problemDetails);
	}

}
