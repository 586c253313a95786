// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.IOException;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.spi.ContextAware;
import net.logstash.logback.composite.AbstractFieldJsonProvider;
import net.logstash.logback.composite.JsonProvider;
import net.logstash.logback.composite.JsonProviders;
import net.logstash.logback.composite.loggingevent.LogLevelJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventCompositeJsonFormatter;
import net.logstash.logback.composite.loggingevent.MessageJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * Assembles the providers in the order of the line.
 */
final class CloudWatchFormatter extends LoggingEventCompositeJsonFormatter {

	CloudWatchFormatter(ContextAware declaredOrigin) {
		super(declaredOrigin);
		setFindAndRegisterJacksonModules(false);
		setProviders(new JsonProviders<>());
	}

	void assemble(CloudWatchEncoder settings) {
		JsonProviders<ILoggingEvent> own = getProviders();
		JsonProviders<ILoggingEvent> all = new JsonProviders<>();
		all.addProvider(new TimestampJsonProvider(settings.getKeys().timestamp()));
		all.addProvider(named(new LogLevelJsonProvider(), settings.getKeys().level()));
		all.addProvider(named(new MessageJsonProvider(), settings.getKeys().message()));
		all.addProvider(new ConstantJsonProvider("service", settings.getService()));
		all.addProvider(new TrackingIdJsonProvider());
		all.addProvider(new ConstantJsonProvider("environment", settings.getEnvironment()));
		for (String object : new String[] { "request", "response", "user", "session", "workflow", "operation",
				"error" }) {
			all.addProvider(new MembersJsonProvider(object));
		}
		all.addProvider(new ExceptionJsonProvider());
		all.addProvider(new SourceJsonProvider(settings.isIncludeCaller()));
		all.addProvider(new TracingJsonProvider());
		all.addProvider(new ExtraFieldsJsonProvider());
		own.getProviders().forEach(all::addProvider);
		setProviders(all);
	}

	@Override
	protected void writeEventToGenerator(JsonGenerator generator, ILoggingEvent event) throws IOException {
		EventFields fields = EventFields.current();
		try {
			fields.read(event);
			IThrowableProxy throwable = event.getThrowableProxy();
			if (throwable != null) {
				ErrorMembers.fill(fields, throwable);
			}
			super.writeEventToGenerator(generator, event);
		}
		finally {
			fields.clear();
		}
	}

	private static JsonProvider<ILoggingEvent> named(AbstractFieldJsonProvider<ILoggingEvent> provider, String name) {
		provider.setFieldName(name);
		return provider;
	}

}
