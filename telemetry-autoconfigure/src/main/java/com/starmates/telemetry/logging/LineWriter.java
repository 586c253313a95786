// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as lines within their limits. Whatever an event holds, the result is one
 * line, and nothing is thrown but what the machine itself throws.
 */
final class LineWriter {

	private final CloudWatchEncoder settings;

	private final CloudWatchLine format;

	LineWriter(CloudWatchEncoder settings, CloudWatchLine format) {
		this.settings = settings;
		this.format = format;
	}

	/** Return a JSON object in UTF-8, and a line feed. */
	byte[] write(ILoggingEvent event) {
		Line line = Line.borrow();
		try {
			read(line, event);
			write(line, event);
			return line.json().toByteArray();
		}
		finally {
			line.release();
		}
	}

	/** What an event carries may be of the application's making. */
	private void read(Line line, ILoggingEvent event) {
		try {
			line.ids().read(event.getMDCPropertyMap());
			line.fields().read(event, line.ids());
		}
		catch (Throwable ex) {
			warn(ex);
		}
	}

	/** Write it again, shorter, if it is too long. */
	private void write(Line line, ILoggingEvent event) {
		int maxBytes = this.settings.getMaxBytes();
		LineLimits limits = LineLimits.none(maxBytes);
		write(line, event, limits);
		if (line.json().length() > maxBytes && line.sizes().others() > maxBytes / 2) {
			limits = LineLimits.shortTexts(maxBytes);
			write(line, event, limits);
		}
		if (line.json().length() > maxBytes) {
			write(line, event, limits.fit(line.sizes(), maxBytes));
		}
	}

	private void write(Line line, ILoggingEvent event, LineLimits limits) {
		line.begin(limits, this.settings.getMaxFields() - 1);
		warn(this.format.write(line, event));
	}

	private void warn(@Nullable Throwable failure) {
		if (failure != null) {
			this.settings.addWarn("An event could not be written whole", failure);
		}
	}

}
