// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.LabelledMeters;
import io.micrometer.core.instrument.Counter;

/**
 * Counts messages on a bus that nothing else counts, such as one that does not leave the
 * process. Subjects come from a closed set: those with ids in them are cut before.
 *
 * @since 1.0.0
 */
public final class EventBusMeters {

	private final LabelledMeters<Counter> published;

	private final LabelledMeters<Counter> consumed;

	/**
	 * Create the meters.
	 * @param meters makes them
	 */
	public EventBusMeters(GuardedMeters meters) {
		this.published = meters.counters(MessagingMeters.PUBLISHED);
		this.consumed = meters.counters(MessagingMeters.CONSUMED);
	}

	/**
	 * Count a message that was handed to the bus.
	 * @param subject what it is about, such as {@code jobs.execute}
	 */
	public void published(String subject) {
		this.published.get(subject).increment();
	}

	/**
	 * Count a message that was taken from the bus.
	 * @param subject what it is about, such as {@code jobs.execute}
	 * @param outcome what became of it
	 */
	public void consumed(String subject, MessageOutcome outcome) {
		this.consumed.get(subject, outcome.toString()).increment();
	}

}
