// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tracking id on the server span, for those who search by attribute.
 *
 * @since 1.0.0
 */
public final class TrackingSpanAttribute implements ExchangeRecorder {

	@Override
	public void started(ServerExchange exchange) {
		@Nullable String trackingId = exchange.trackingId();
		if (trackingId != null) {
			Span.current().setAttribute(TrackingId.SPAN_ATTRIBUTE, trackingId);
		}
	}

	@Override
	public void ended(ServerExchange exchange) {
		// all is said at the start
	}

}
