// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.ContextAware;
import net.logstash.logback.composite.JsonProviders;
import net.logstash.logback.composite.loggingevent.LoggingEventCompositeJsonFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code <providers>} of an application's own configuration, which write what they
 * have to say behind the line's own members.
 */
final class UserProviders extends LoggingEventCompositeJsonFormatter {

	UserProviders(ContextAware declaredOrigin) {
		super(declaredOrigin);
		setFindAndRegisterJacksonModules(false);
		setProviders(new JsonProviders<>());
	}

	/** Most applications have none; LLBE takes that for a mistake. */
	@Override
	public void start() {
		if (!isEmpty()) {
			super.start();
		}
	}

	/**
	 * Return the members that they write.
	 * @throws IllegalStateException if one of them fails
	 */
	Map<?, ?> members(ILoggingEvent event) {
		ByteArrayOutputStream object = new ByteArrayOutputStream();
		try {
			writeEvent(event, object);
			return Json.MAPPER.readValue(object.toByteArray(), LinkedHashMap.class);
		}
		catch (IOException | RuntimeException ex) {
			throw new IllegalStateException("A provider failed; the line goes without", ex);
		}
	}

	/** The generator is used again; only after an exception it is thrown away. */
	@Override
	protected void writeEventToGenerator(JsonGenerator generator, ILoggingEvent event) throws IOException {
		try {
			super.writeEventToGenerator(generator, event);
		}
		catch (Error ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean isEmpty() {
		return getProviders().getProviders().isEmpty();
	}

	/** Made when the first provider writes: it takes a good part of a start. */
	private static final class Json {

		private static final JsonMapper MAPPER = JsonMapper.builder()
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.build();

	}

}
