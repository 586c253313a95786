// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * Adds the tracking id to RFC 9457 problem details, so that the caller can quote it.
 *
 * @since 1.0.0
 */
public final class TrackingProblemDetails implements ErrorResponse.Interceptor {

	@Override
	public void handleError(ProblemDetail detail, @Nullable ErrorResponse errorResponse) {
		String trackingId = TrackingId.current();
		if (trackingId != null) {
			detail.setProperty(TrackingId.NAME, trackingId);
		}
	}

}
