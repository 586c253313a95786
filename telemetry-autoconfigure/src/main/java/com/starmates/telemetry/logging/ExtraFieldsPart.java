// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the application's own fields, which stay at the top level, as far as there is
 * room.
 */
final class ExtraFieldsPart extends LinePart {

	private final JsonValues values;

	ExtraFieldsPart(JsonValues values) {
		this.values = values;
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		EventFields fields = line.fields();
		for (int i = 0; i < fields.extraCount(); i++) {
			write(line, this.values, fields.extraKey(i), fields.extraName(i), fields.extraValue(i));
		}
	}

	/** Write a field; or count all that is in it as dropped, if it takes too much. */
	static void write(Line line, JsonValues values, String key, String name, Object value) {
		JsonBuffer json = line.json();
		if (!line.budget().allows(json)) {
			return;
		}
		long mark = json.mark();
		int start = json.length();
		int fields = json.fields();
		json.name(name);
		values.write(json, line.budget(), key, value);
		int bytes = json.length() - start;
		if (line.sizes().extras() + bytes > line.limits().extras()) {
			line.budget().drop(Math.max(1, json.fields() - fields));
			json.reset(mark);
		}
		else {
			line.sizes().addExtras(bytes);
		}
	}

}
