// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.spi.ContextAware;
import net.logstash.logback.composite.JsonProviders;
import net.logstash.logback.composite.loggingevent.LoggingEventCompositeJsonFormatter;
import tools.jackson.core.JsonGenerator;

/**
 * The {@code <providers>} of an application's own configuration, which write what they
 * have to say behind the line's own members.
 */
final class UserProviders extends LoggingEventCompositeJsonFormatter {

	/** Length of an object without members. */
	private static final int EMPTY = 2;

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
	void writeTo(JsonBuffer json, ILoggingEvent event) {
		if (isEmpty()) {
			return;
		}
		ByteArrayOutputStream object = new ByteArrayOutputStream();
		try {
			writeEvent(event, object);
		}
		catch (IOException | RuntimeException ex) {
			addWarn("A provider failed; the line goes without", ex);
			return;
		}
		if (object.size() > EMPTY) {
			json.member(object.toByteArray(), 1, object.size() - EMPTY);
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

}
