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
		for (Map.Entry<?, ?> member : this.providers.members(event).entrySet()) {
			String name = member.getKey().toString();
			if (member.getValue() != null && !line.fields().isTaken(name)) {
				ExtraFieldsPart.write(line, this.values, name, name, member.getValue());
			}
		}
	}

}
