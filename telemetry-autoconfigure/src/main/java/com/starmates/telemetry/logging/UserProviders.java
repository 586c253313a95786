// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.ContextAware;
import net.logstash.logback.composite.JsonProviders;
import net.logstash.logback.composite.loggingevent.LoggingEventCompositeJsonFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
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

	/** Write their members, or none at all if one of them fails. */
	void writeTo(JsonBuffer json, EventFields fields, ILoggingEvent event) {
		if (isEmpty()) {
			return;
		}
		ByteArrayOutputStream object = new ByteArrayOutputStream();
		int mark = json.mark();
		try {
			writeEvent(event, object);
			Json.MAPPER.readTree(object.toByteArray()).forEachEntry((name, value) -> write(json, fields, name, value));
		}
		catch (IOException | RuntimeException ex) {
			json.reset(mark);
			addWarn("A provider failed; the line goes without", ex);
		}
	}

	/** On one line, whatever a decorator makes of it, and never a name twice. */
	private static void write(JsonBuffer json, EventFields fields, String name, JsonNode value) {
		if (!fields.isTaken(name)) {
			byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
			json.name(name);
			json.literal(text);
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

	private boolean isEmpty() {
		return getProviders().getProviders().isEmpty();
	}

	/** Made when the first provider writes: it takes a good part of a start. */
	private static final class Json {

		private static final JsonMapper MAPPER = JsonMapper.shared();

	}

}
