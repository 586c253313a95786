// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

/**
 * Keeps lines as they were on the thread that wrote them: the first who asks for the MDC
 * would otherwise get, and leave, that of his own thread.
 */
final class KeptLines extends AppenderBase<ILoggingEvent> {

	private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();

	List<ILoggingEvent> lines() {
		return this.lines;
	}

	@Override
	protected void append(ILoggingEvent line) {
		line.prepareForDeferredProcessing();
		this.lines.add(line);
	}

}
