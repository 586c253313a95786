// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.util.ArrayList;
import java.util.List;

import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.ExceptionEventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * Masks what spans tell of errors, whoever has recorded them: Micrometer's observations,
 * to name one, write messages of exceptions as they are.
 *
 * @since 1.0.0
 */
public final class SpanErrors {

	private final Masker masker;

	/**
	 * Create what masks.
	 * @param masker what spans must not tell
	 */
	public SpanErrors(Masker masker) {
		this.masker = masker;
	}

	/**
	 * Return a span without secrets in its status and its exceptions.
	 * @param span a span that has ended
	 * @return the span itself if there is nothing to mask
	 */
	public SpanData masked(SpanData span) {
		StatusData status = masked(span.getStatus());
		List<EventData> events = masked(span.getEvents());
		return (status == span.getStatus() && events == span.getEvents()) ? span : new Masked(span, status, events);
	}

	private StatusData masked(StatusData status) {
		String description = status.getDescription();
		if (description.isEmpty()) {
			return status;
		}
		String masked = ExceptionText.message(description, this.masker);
		return masked.equals(description) ? status : StatusData.create(status.getStatusCode(), masked);
	}

	private List<EventData> masked(List<EventData> events) {
		List<EventData> masked = events;
		for (int i = 0; i < events.size(); i++) {
			EventData event = masked(events.get(i));
			if (event != events.get(i)) {
				masked = (masked == events) ? new ArrayList<>(events) : masked;
				masked.set(i, event);
			}
		}
		return masked;
	}

	private EventData masked(EventData event) {
		if (!(event instanceof ExceptionEventData recorded)) {
			return event;
		}
		Attributes changed = ExceptionText.masked(recorded.getException(), this.masker);
		return changed.isEmpty() ? event : ExceptionEventData.create(event.getEpochNanos(), recorded.getException(),
				event.getAttributes().toBuilder().putAll(changed).build(), event.getTotalAttributeCount());
	}

	/** Tells of a span what may be told. */
	private static final class Masked extends DelegatingSpanData {

		private final StatusData status;

		private final List<EventData> events;

		Masked(SpanData span, StatusData status, List<EventData> events) {
			super(span);
			this.status = status;
			this.events = events;
		}

		@Override
		public StatusData getStatus() {
			return this.status;
		}

		@Override
		public List<EventData> getEvents() {
			return this.events;
		}

	}

}
