// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.MeterDefinition;
import com.starmates.telemetry.cardinality.MeterForm;

/** Meters recorded for messages on buses. */
enum MessagingMeters implements MeterDefinition {

	/** Messages that were handed to a bus. */
	PUBLISHED(MeterForm.counter("event.bus.published", "Messages that were handed to a bus", KeyNames.SUBJECT)),

	/** Messages that were taken from a bus. */
	CONSUMED(MeterForm.counter("event.bus.consumed", "Messages that were taken from a bus, by what became of them",
			KeyNames.SUBJECT, KeyNames.OUTCOME));

	private final MeterForm form;

	MessagingMeters(MeterForm form) {
		this.form = form;
	}

	@Override
	public MeterForm form() {
		return this.form;
	}

	/** Labels of the meters. */
	static final class KeyNames {

		/** What a message is about. */
		static final LabelDefinition SUBJECT = new LabelDefinition("subject", "Subject, topic or queue of the message");

		/** What became of a message. */
		static final LabelDefinition OUTCOME = new LabelDefinition("outcome", "`ack`, `nak` or `dead_letter`");

		private KeyNames() {
		}

	}

}
