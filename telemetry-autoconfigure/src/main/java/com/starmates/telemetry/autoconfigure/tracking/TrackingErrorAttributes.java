// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.Map;

import com.starmates.telemetry.tracking.TrackingId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * Boot's error attributes, and the tracking id.
 */
class TrackingErrorAttributes extends DefaultErrorAttributes {

	@Override
	public Map<String, @Nullable Object> getErrorAttributes(WebRequest webRequest, ErrorAttributeOptions options) {
		Map<String, @Nullable Object> attributes = super.getErrorAttributes(webRequest, options);
		Object trackingId = (TrackingId.current() != null) ? TrackingId.current()
				: webRequest.getAttribute(TrackingId.NAME, RequestAttributes.SCOPE_REQUEST);
		if (trackingId != null) {
			attributes.put(TrackingId.NAME, trackingId);
		}
		return attributes;
	}

}
