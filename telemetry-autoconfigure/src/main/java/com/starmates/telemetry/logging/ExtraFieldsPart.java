// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the application's own fields, which stay at the top level, and those of its
 * providers behind them, as far as there is room.
 */
final class ExtraFieldsPart implements LinePart {

	private final JsonValues values;

	private final UserProviders providers;

	ExtraFieldsPart(JsonValues values, UserProviders providers) {
		this.values = values;
		this.providers = providers;
	}

	@Override
	public void writeTo(Line line, ILoggingEvent event) {
		EventFields fields = line.fields();
		for (int i = 0; i < fields.extraCount(); i++) {
			write(line, fields.extraKey(i), fields.extraName(i), fields.extraValue(i));
		}
		for (Map.Entry<?, ?> member : this.providers.members(event).entrySet()) {
			String name = member.getKey().toString();
			if (member.getValue() != null && !fields.isTaken(name)) {
				write(line, name, name, member.getValue());
			}
		}
	}

	private void write(Line line, String key, String name, Object value) {
		JsonBuffer json = line.json();
		if (!line.budget().allows(json)) {
			return;
		}
		long mark = json.mark();
		int start = json.length();
		json.name(name);
		this.values.write(json, line.budget(), key, value);
		int bytes = json.length() - start;
		if (line.sizes().extras() + bytes > line.limits().extras()) {
			json.reset(mark);
			line.budget().drop(1);
		}
		else {
			line.sizes().addExtras(bytes);
		}
	}

}
