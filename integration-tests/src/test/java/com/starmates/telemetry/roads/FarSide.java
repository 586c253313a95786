// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a message arrives. */
final class FarSide {

	private static final Logger logger = LoggerFactory.getLogger(FarSide.class);

	private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();

	/** Say in the log that something has come, and remember what is known of it. */
	void see(String what) {
		logger.info("Arrived: {}", what);
		this.seen.add(new Seen(Span.current().getSpanContext(), TrackingId.current()));
	}

	Seen await() throws InterruptedException {
		Seen next = this.seen.poll(30, TimeUnit.SECONDS);
		assertThat(next).as("nothing arrived").isNotNull();
		return next;
	}

	/**
	 * What was known where a message arrived.
	 *
	 * @param span the span that was current
	 * @param trackingId the tracking id
	 */
	record Seen(SpanContext span, @Nullable String trackingId) {

	}

}
