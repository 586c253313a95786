// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An encoder, events for it, and the lines that it writes of them.
 */
abstract class AbstractEncoderTests {

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final LoggerContext loggers = new LoggerContext();

	final CloudWatchEncoder encoder = new CloudWatchEncoder();

	@BeforeEach
	void startEncoder() {
		this.loggers.setMDCAdapter(new LogbackMDCAdapter());
		this.encoder.setContext(this.loggers);
		this.encoder.setService("api-gateway");
		this.encoder.setEnvironment("prod");
		this.encoder.start();
	}

	@AfterEach
	void stopEncoder() {
		this.encoder.stop();
	}

	/** Return an event with keys and values by turns. */
	LoggingEvent event(Object... fields) {
		LoggingEvent event = new LoggingEvent();
		event.setLoggerContext(this.loggers);
		event.setThreadName("main");
		event.setInstant(Instant.parse("2025-01-31T10:30:45.123456Z"));
		event.setCallerData(new StackTraceElement[] { new StackTraceElement("Caller", "caller", "Caller.java", 42) });
		for (int i = 0; i < fields.length; i += 2) {
			event.addKeyValuePair(new KeyValuePair((String) fields[i], fields[i + 1]));
		}
		return event;
	}

	/** As Logback makes it: with the frames in common counted. */
	static ThrowableProxy proxy(Throwable throwable) {
		return new ThrowableProxy(throwable);
	}

	/** What a test leaves open, Logback lets nobody set twice. */
	String text(LoggingEvent event) {
		if (event.getLevel() == null) {
			event.setLevel(Level.INFO);
		}
		if (event.getMessage() == null) {
			event.setMessage("message");
		}
		if (event.getLoggerName() == null) {
			event.setLoggerName("com.example.Orders");
		}
		return new String(this.encoder.encode(event), StandardCharsets.UTF_8);
	}

	JsonNode line(LoggingEvent event) {
		return STRICT.readTree(text(event));
	}

}
