// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Writes a member that is the same on every line.
 */
final class ConstantPart implements LinePart {

	private final byte[] member;

	ConstantPart(String name, String value) {
		JsonBuffer json = new JsonBuffer();
		json.name(JsonBuffer.quote(name));
		json.string(value);
		this.member = json.toByteArray();
	}

	@Override
	public void writeTo(Line line, ILoggingEvent event) {
		JsonBuffer json = line.json();
		json.member(this.member);
	}

}
