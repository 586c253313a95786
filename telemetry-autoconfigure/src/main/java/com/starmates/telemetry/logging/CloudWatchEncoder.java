// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.util.OptionHelper;
import com.starmates.telemetry.masking.Masker;
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

	/**
	 * What the line's own objects may take together, and a few more.
	 */
	public static final int LEAST_FIELDS = 50;

	/**
	 * What the line's own objects may take together.
	 */
	public static final int LEAST_BYTES = 4096;

	/**
	 * How many fields of an event CloudWatch Logs Insights finds.
	 */
	public static final int DEFAULT_MAX_FIELDS = 200;

	/**
	 * Where the {@code awslogs} driver of ECS cuts a line: 262 144 bytes less 26.
	 */
	public static final int DEFAULT_MAX_BYTES = 262_118;

	private @Nullable String service;

	private @Nullable String environment;

	private LogKeys keys = LogKeys.AT;

	private boolean includeCaller;

	private int maxFields = DEFAULT_MAX_FIELDS;

	private int maxBytes = DEFAULT_MAX_BYTES;

	private Masker masker = Masker.standard();

	private volatile @Nullable LineWriter writer;

	private LongAdder written = new LongAdder();

	/**
	 * Return the name of the service.
	 * @return the name, or {@code null} if it was not set and the encoder not started
	 */
	public @Nullable String getService() {
		return this.service;
	}

	/**
	 * Set the name of the service. Where it is not set, it is resolved as
	 * {@link ServiceIdentity} says, from the properties of the logger context, system
	 * properties and environment variables.
	 * @param service the name
	 */
	public void setService(String service) {
		this.service = service;
	}

	/**
	 * Return the environment that the service runs in.
	 * @return the environment, or {@code null} if it was not set and the encoder not
	 * started
	 */
	public @Nullable String getEnvironment() {
		return this.environment;
	}

	/**
	 * Set the environment that the service runs in. Where it is not set, it is resolved
	 * like the service.
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

	/**
	 * Return how many fields a line may have.
	 * @return the number of values that are no objects and no arrays
	 */
	public int getMaxFields() {
		return this.maxFields;
	}

	/**
	 * Set how many fields a line may have. The application's own give way.
	 * @param maxFields the number of values that are no objects and no arrays, at least
	 * {@value #LEAST_FIELDS}
	 */
	public void setMaxFields(int maxFields) {
		if (maxFields < LEAST_FIELDS) {
			throw new IllegalArgumentException("'maxFields' must be at least " + LEAST_FIELDS);
		}
		this.maxFields = maxFields;
	}

	/**
	 * Return how long a line may be.
	 * @return the length in bytes, with its line feed
	 */
	public int getMaxBytes() {
		return this.maxBytes;
	}

	/**
	 * Set how long a line may be. A longer one loses of its stack trace first, then the
	 * application's own fields, then the end of its message.
	 * @param maxBytes the length in bytes, with its line feed, at least
	 * {@value #LEAST_BYTES}
	 */
	public void setMaxBytes(int maxBytes) {
		if (maxBytes < LEAST_BYTES) {
			throw new IllegalArgumentException("'maxBytes' must be at least " + LEAST_BYTES);
		}
		this.maxBytes = maxBytes;
	}

	/**
	 * Return what hides secrets.
	 * @return the masker
	 */
	public Masker getMasker() {
		return this.masker;
	}

	/**
	 * Set what hides secrets, from the next line on.
	 * @param masker the masker
	 */
	public void setMasker(Masker masker) {
		this.masker = masker;
		if (isStarted()) {
			this.writer = writer();
		}
	}

	@Override
	public void start() {
		if (!isStarted()) {
			resolveIdentity();
			this.written = WrittenBytes.shared(getContext());
			this.writer = writer();
			if (getPrefix() != null || getSuffix() != null) {
				addWarn("<prefix> and <suffix> have no effect: a line is one JSON object");
			}
			super.start();
		}
	}

	private void resolveIdentity() {
		ServiceIdentity identity = ServiceIdentity
			.resolve((name) -> OptionHelper.propertyLookup(name, getContext(), null));
		this.service = (this.service != null) ? this.service : identity.service();
		this.environment = (this.environment != null) ? this.environment : identity.environment();
	}

	/**
	 * Write an event. Whatever it holds, the result is one line within the limits, and
	 * nothing is thrown but what the machine itself throws.
	 * @param event the event
	 * @return a JSON object in UTF-8, and a line feed
	 */
	@Override
	public byte[] encode(ILoggingEvent event) {
		byte[] line = line(event);
		this.written.add(line.length);
		return line;
	}

	/** Return a line that is not written anywhere. */
	byte[] line(ILoggingEvent event) {
		LineWriter writer = this.writer;
		if (writer == null) {
			throw new IllegalStateException("Encoder is not started");
		}
		return writer.write(event);
	}

	@Override
	public void encode(ILoggingEvent event, OutputStream outputStream) throws IOException {
		outputStream.write(encode(event));
	}

	private LineWriter writer() {
		return new LineWriter(this, new CloudWatchLine(this, (UserProviders) getFormatter()));
	}

	@Override
	protected AbstractCompositeJsonFormatter<ILoggingEvent> createFormatter() {
		return new UserProviders(this);
	}

}
