// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.Map;

import com.starmates.telemetry.tracking.TrackingId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Boot's error attributes of reactive applications, and the tracking id.
 */
class TrackingReactiveErrorAttributes extends DefaultErrorAttributes {

	@Override
	public Map<String, @Nullable Object> getErrorAttributes(ServerRequest request, ErrorAttributeOptions options) {
		Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
		request.attribute(TrackingId.NAME).ifPresent((trackingId) -> attributes.put(TrackingId.NAME, trackingId));
		return attributes;
	}

}
