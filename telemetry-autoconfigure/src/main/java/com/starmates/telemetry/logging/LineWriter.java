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

	private final int maxBytes;

	private final int maxFields;

	private final LineLimits wide;

	LineWriter(CloudWatchEncoder settings, CloudWatchLine format) {
		this.settings = settings;
		this.format = format;
		this.maxBytes = settings.getMaxBytes();
		this.maxFields = settings.getMaxFields() - 1;
		this.wide = LineLimits.none(this.maxBytes);
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
			line.fields().read(event, line.ids(), this.settings.getMasker());
		}
		catch (Throwable ex) {
			warn(ex);
		}
	}

	/** Write it again, shorter, if it is too long. */
	private void write(Line line, ILoggingEvent event) {
		LineLimits limits = this.wide;
		write(line, event, limits);
		if (line.json().length() > this.maxBytes && line.sizes().others() > this.maxBytes / 2) {
			limits = LineLimits.shortTexts(this.maxBytes);
			write(line, event, limits);
		}
		if (line.json().length() > this.maxBytes) {
			write(line, event, limits.fit(line.sizes(), this.maxBytes));
		}
	}

	private void write(Line line, ILoggingEvent event, LineLimits limits) {
		line.begin(limits, this.maxFields);
		warn(this.format.write(line, event));
	}

	private void warn(@Nullable Throwable failure) {
		if (failure != null) {
			this.settings.addWarn("An event could not be written whole", failure);
		}
	}

}
