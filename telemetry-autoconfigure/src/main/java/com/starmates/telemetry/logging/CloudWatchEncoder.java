// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;
import java.io.OutputStream;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.starmates.telemetry.resource.ServiceIdentity;
import net.logstash.logback.composite.AbstractCompositeJsonFormatter;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Logback encoder that writes one JSON object a line, shaped for CloudWatch Logs. Spring
 * Boot applications need not name it: the starter puts it on their console. An
 * application's own {@code logback-spring.xml} may, and may add {@code <providers>} of
 * logstash-logback-encoder, which are written last.
 *
 * @since 1.0.0
 */
public final class CloudWatchEncoder extends LoggingEventCompositeJsonEncoder {

	private String service = ServiceIdentity.UNKNOWN_SERVICE;

	private String environment = ServiceIdentity.DEFAULT_ENVIRONMENT;

	private LogKeys keys = LogKeys.AT;

	private boolean includeCaller;

	private @Nullable CloudWatchLine line;

	/**
	 * Return the name of the service.
	 * @return the name
	 */
	public String getService() {
		return this.service;
	}

	/**
	 * Set the name of the service.
	 * @param service the name
	 */
	public void setService(String service) {
		this.service = service;
	}

	/**
	 * Return the environment that the service runs in.
	 * @return the environment
	 */
	public String getEnvironment() {
		return this.environment;
	}

	/**
	 * Set the environment that the service runs in.
	 * @param environment the environment, such as {@code prod}
	 */
	public void setEnvironment(String environment) {
		this.environment = environment;
	}

	/**
	 * Return how the first three keys are spelt.
	 * @return the spelling
	 */
	public LogKeys getKeys() {
		return this.keys;
	}

	/**
	 * Set how the first three keys are spelt.
	 * @param keys the spelling
	 */
	public void setKeys(LogKeys keys) {
		this.keys = keys;
	}

	/**
	 * Return whether every line tells the method and line that logged it.
	 * @return {@code false} if only errors do
	 */
	public boolean isIncludeCaller() {
		return this.includeCaller;
	}

	/**
	 * Set whether every line tells the method and line that logged it.
	 * @param includeCaller {@code true} to walk the stack on every line
	 */
	public void setIncludeCaller(boolean includeCaller) {
		this.includeCaller = includeCaller;
	}

	@Override
	public void start() {
		if (!isStarted()) {
			this.line = new CloudWatchLine(this);
			if (getPrefix() != null || getSuffix() != null) {
				addWarn("<prefix> and <suffix> have no effect: a line is one JSON object");
			}
			super.start();
		}
	}

	/**
	 * Write an event. Whatever it holds, the result is one line, and nothing is thrown
	 * but what the machine itself throws.
	 * @param event the event
	 * @return a JSON object in UTF-8, and a line feed
	 */
	@Override
	public byte[] encode(ILoggingEvent event) {
		EventFields fields = EventFields.borrow();
		try {
			return encode(fields, event);
		}
		finally {
			fields.release();
		}
	}

	@Override
	public void encode(ILoggingEvent event, OutputStream outputStream) throws IOException {
		outputStream.write(encode(event));
	}

	private byte[] encode(EventFields fields, ILoggingEvent event) {
		if (this.line == null) {
			throw new IllegalStateException("Encoder is not started");
		}
		JsonBuffer json = fields.json();
		read(fields, event);
		warn(this.line.begin(json, fields, event));
		((UserProviders) getFormatter()).writeTo(json, fields, event);
		json.end();
		return json.toByteArray();
	}

	/** What an event carries may be of the application's making. */
	private void read(EventFields fields, ILoggingEvent event) {
		try {
			fields.read(event);
		}
		catch (Throwable ex) {
			warn(ex);
		}
	}

	private void warn(@Nullable Throwable failure) {
		if (failure != null) {
			addWarn("An event could not be written whole", failure);
		}
	}

	@Override
	protected AbstractCompositeJsonFormatter<ILoggingEvent> createFormatter() {
		return new UserProviders(this);
	}

}
