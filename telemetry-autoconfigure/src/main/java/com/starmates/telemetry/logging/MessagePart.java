// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes the message with its arguments. Of the line's essential fields it is the one
 * that may be cut.
 */
final class MessagePart extends LinePart {

	private final byte[] name;

	private final JsonValues values;

	MessagePart(String name, JsonValues values) {
		this.name = JsonBuffer.quote(name);
		this.values = values;
	}

	@Override
	void writeTo(Line line, ILoggingEvent event) {
		JsonBuffer json = line.json();
		json.name(this.name);
		int start = json.length();
		this.values.text(json, String.valueOf(event.getFormattedMessage()), line.limits().message());
		line.sizes().message(json.length() - start);
	}

}
