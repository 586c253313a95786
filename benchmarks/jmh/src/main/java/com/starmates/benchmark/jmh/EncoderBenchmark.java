// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.jmh;

import java.time.Duration;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import co.elastic.logging.logback.EcsEncoder;
import com.starmates.telemetry.logging.CloudWatchEncoder;
import net.logstash.logback.encoder.LogstashEncoder;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.slf4j.event.KeyValuePair;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/**
 * What it takes to make a line of JSON of a log event, beside the encoders that others
 * use for that.
 *
 * @since 1.0.0
 */
public class EncoderBenchmark extends AbstractBenchmark {

	private static final int FRAMES = 60;

	private final LoggerContext context = new LoggerContext();

	/** Which encoder. */
	@Param({ "ours", "elastic-ecs", "logstash-logback-encoder", "logback-json", "boot-ecs", "boot-logstash" })
	public String encoder = "";

	/** Which event. */
	@Param({ "access", "error", "message" })
	public String event = "";

	private Encoder<ILoggingEvent> chosen = new CloudWatchEncoder();

	private ILoggingEvent line = new LoggingEvent();

	/** Make encoder and event. */
	@Setup
	public void setUp() {
		this.context.putObject(Environment.class.getName(), new MockEnvironment());
		this.chosen = switch (this.encoder) {
			case "ours" -> this.chosen;
			case "elastic-ecs" -> elastic();
			case "logstash-logback-encoder" -> new LogstashEncoder();
			case "logback-json" -> new JsonEncoder();
			default -> boot(this.encoder.substring("boot-".length()));
		};
		this.chosen.setContext(this.context);
		this.chosen.start();
		this.line = switch (this.event) {
			case "access" -> access();
			case "error" -> event("It went wrong", failure());
			default -> event("Session session_67890 is read", null);
		};
	}

	/**
	 * Make the line.
	 * @return the line
	 */
	@Benchmark
	public byte[] encode() {
		return this.chosen.encode(this.line);
	}

	private static EcsEncoder elastic() {
		EcsEncoder encoder = new EcsEncoder();
		encoder.setServiceName("benchmark");
		return encoder;
	}

	private static StructuredLogEncoder boot(String format) {
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setFormat(format);
		return encoder;
	}

	/** With as many frames as a request of Spring MVC has. */
	private static IllegalStateException failure() {
		IllegalStateException failure = new IllegalStateException("Broken");
		StackTraceElement[] frames = new StackTraceElement[FRAMES];
		for (int i = 0; i < FRAMES; i++) {
			frames[i] = new StackTraceElement("com.example.sessions.package" + i % 7 + ".SessionController" + i,
					"readSessionOfUser", "SessionController" + i + ".java", 100 + i);
		}
		failure.setStackTrace(frames);
		return failure;
	}

	private LoggingEvent access() {
		LoggingEvent event = event("GET /api/v1/sessions/session_67890 - 200", null);
		event.addKeyValuePair(new KeyValuePair("request_method", "GET"));
		event.addKeyValuePair(new KeyValuePair("request_path", "/api/v1/sessions/session_67890"));
		event.addKeyValuePair(new KeyValuePair("request_duration", Duration.ofNanos(245_678)));
		event.addKeyValuePair(new KeyValuePair("request_user_agent", "benchmark/1.0"));
		event.addKeyValuePair(new KeyValuePair("request_ip", "127.0.0.1"));
		event.addKeyValuePair(new KeyValuePair("response_status", 200));
		event.addKeyValuePair(new KeyValuePair("response_size", 56L));
		event.addKeyValuePair(new KeyValuePair("response_content_type", "application/json"));
		return event;
	}

	private LoggingEvent event(String message, @Nullable Throwable exception) {
		LoggingEvent event = new LoggingEvent(EncoderBenchmark.class.getName(),
				this.context.getLogger(EncoderBenchmark.class), (exception != null) ? Level.ERROR : Level.INFO, message,
				exception, null);
		event.setMDCPropertyMap(Map.of("traceId", "0af7651916cd43dd8448eb211c80319c", "spanId", "b7ad6b7169203331"));
		return event;
	}

}
