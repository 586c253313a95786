// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes what the application's providers have to say, as far as there is room and the
 * names are free.
 */
final class ProvidersPart extends LinePart {

	private final JsonValues values;

	private final UserProviders providers;

	ProvidersPart(JsonValues values, UserProviders providers) {
		this.values = values;
		this.providers = providers;
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		Names names = new Names();
		for (Map.Entry<?, ?> member : this.providers.members(event).entrySet()) {
			String key = member.getKey().toString();
			String name = names.add(this.values.name(key));
			if (member.getValue() != null && !line.fields().isTaken(name)) {
				ExtraFieldsPart.write(line, this.values, key, name, member.getValue());
			}
		}
	}

}
