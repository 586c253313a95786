// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;

/**
 * Logback appender that hands events to OpenTelemetry as log records. A record has what
 * the {@link CloudWatchEncoder} would write of the event: the message as its body, the
 * other members as its attributes, within the same limits and without the same secrets.
 * Events are kept until there is an {@link OpenTelemetry} to take them.
 *
 * @since 1.0.0
 */
public final class OtlpAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	/**
	 * Who speaks while records are sent: to send that, too, would never end.
	 */
	private static final List<String> SENDERS = List.of("io.opentelemetry.", "okhttp3.", "io.grpc.",
			"com.starmates.telemetry.export.");

	/** As many as the SDK's processor of log records takes at once. */
	private static final int MAX_KEPT = 2048;

	private final OpenTelemetryAppender delegate = new OpenTelemetryAppender();

	private final CloudWatchEncoder encoder;

	private volatile boolean connected;

	/**
	 * Create an appender.
	 * @param encoder tells what a record has; it is started and stopped with the appender
	 */
	public OtlpAppender(CloudWatchEncoder encoder) {
		this.encoder = encoder;
		this.delegate.setCaptureKeyValuePairAttributes(true);
		this.delegate.setNumLogsCapturedBeforeOtelInstall(MAX_KEPT);
	}

	/**
	 * Send what has been kept, and from now on each event at once.
	 * @param openTelemetry takes the records
	 */
	public void setOpenTelemetry(OpenTelemetry openTelemetry) {
		this.delegate.setOpenTelemetry(openTelemetry);
		this.connected = true;
	}

	/**
	 * Return whether events are sent, and not only kept.
	 * @return {@code true} if somebody takes the records
	 */
	public boolean isConnected() {
		return this.connected;
	}

	@Override
	public void start() {
		this.encoder.setContext(getContext());
		this.encoder.start();
		this.delegate.setContext(getContext());
		this.delegate.start();
		super.start();
	}

	@Override
	public void stop() {
		super.stop();
		this.delegate.stop();
		this.encoder.stop();
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (SENDERS.stream().noneMatch(event.getLoggerName()::startsWith)) {
			this.delegate.doAppend(record(event));
		}
	}

	private LoggingEvent record(ILoggingEvent event) {
		RecordFields fields = new RecordFields(this.encoder.getKeys());
		fields.read(this.encoder.line(event));
		LoggingEvent copy = new LoggingEvent();
		copy.setLoggerName(event.getLoggerName());
		copy.setLevel(event.getLevel());
		copy.setThreadName(event.getThreadName());
		copy.setInstant(event.getInstant());
		copy.setMDCPropertyMap(Map.of());
		copy.setMessage(fields.message());
		copy.setKeyValuePairs(fields.attributes());
		return copy;
	}

}
