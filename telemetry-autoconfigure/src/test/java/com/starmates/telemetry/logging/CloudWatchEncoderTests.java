// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import net.logstash.logback.composite.AbstractJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggerNameJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventFormattedTimestampJsonProvider;
import net.logstash.logback.composite.loggingevent.MdcJsonProvider;
import net.logstash.logback.decorate.PrettyPrintingDecorator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CloudWatchEncoder}.
 */
class CloudWatchEncoderTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String SPAN_ID = "00f067aa0ba902b7";

	private final LoggerContext loggers = new LoggerContext();

	private final CloudWatchEncoder encoder = new CloudWatchEncoder();

	@BeforeEach
	void configure() {
		this.loggers.start();
		this.encoder.setContext(this.loggers);
		this.encoder.setService("api-gateway");
		this.encoder.setEnvironment("prod");
	}

	@AfterEach
	void stop() {
		this.encoder.stop();
		this.loggers.stop();
	}

	@Test
	void writesTheWholeLineInItsOrder() {
		LoggingEvent event = event(Level.INFO, "POST /api/v1/sessions - 201", null,
				Map.of("traceId", TRACE_ID, "spanId", SPAN_ID, "user_id", "user_12345"));
		event.setLoggerName("com.starmates.telemetry.access");
		event.setKeyValuePairs(List.of(new KeyValuePair("request_method", "POST"),
				new KeyValuePair("request.path", "/api/v1/sessions"),
				new KeyValuePair("request_duration", new BigDecimal("0.245000")),
				new KeyValuePair("response_status", 201), new KeyValuePair("sampled", true)));
		assertThat(encode(event)).isEqualTo("""
				{"@timestamp":"2025-01-31T10:30:45.123Z","@level":"INFO","@message":"POST /api/v1/sessions - 201",\
				"service":"api-gateway","tracking_id":"4bf92f3577b34da6a3ce929d0e0e4736","environment":"prod",\
				"request":{"method":"POST","path":"/api/v1/sessions","duration":0.245000},"response":{"status":201},\
				"user":{"id":"user_12345"},"source":{"module":"com.starmates.telemetry.access","thread":"main"},\
				"tracing":{"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7"},"sampled":true}
				""");
	}

	@Test
	void trackingIdIsUnknownWhereNoTraceIsActive() {
		JsonNode line = line(event(Level.INFO, "hello", null));
		assertThat(line.path("tracking_id").asString()).isEqualTo("unknown");
		assertThat(line.has("tracing")).isFalse();
	}

	@Test
	void takesTheIdsFromTheContextWhereTheMdcHasNone() {
		SpanContext span = SpanContext.create(TRACE_ID, SPAN_ID, TraceFlags.getDefault(), TraceState.getDefault());
		try (Scope scope = Context.root().with(Span.wrap(span)).makeCurrent()) {
			JsonNode line = line(event(Level.INFO, "hello", null));
			assertThat(line.path("tracking_id").asString()).isEqualTo(TRACE_ID);
			assertThat(line.path("tracing").path("span_id").asString()).isEqualTo(SPAN_ID);
		}
	}

	@Test
	void writesPlainKeysWhenAskedTo() {
		this.encoder.setKeys(LogKeys.PLAIN);
		assertThat(encode(event(Level.WARN, "hello", null)))
			.startsWith("{\"timestamp\":\"2025-01-31T10:30:45.123Z\",\"level\":\"WARN\",\"message\":\"hello\",");
	}

	@Test
	void applicationCannotOverwriteReservedNames() {
		LoggingEvent event = event(Level.INFO, "hello", null);
		event.setKeyValuePairs(List.of(new KeyValuePair("service", "evil"), new KeyValuePair("tracking_id", "evil"),
				new KeyValuePair("@level", "evil"), new KeyValuePair("tracing.trace_id", "evil")));
		JsonNode line = line(event);
		assertThat(line.path("service").asString()).isEqualTo("api-gateway");
		assertThat(line.path("service_").asString()).isEqualTo("evil");
		assertThat(line.path("tracking_id_").asString()).isEqualTo("evil");
		assertThat(line.path("@level_").asString()).isEqualTo("evil");
		assertThat(line.path("tracing.trace_id_").asString()).isEqualTo("evil");
	}

	@Test
	void noKeyComesTwice() {
		LoggingEvent event = event(Level.INFO, "hello", null, Map.of("tenant", "mdc", "request.method", "GET"));
		event.setKeyValuePairs(List.of(new KeyValuePair("tenant", "pair"), new KeyValuePair("tenant", "again"),
				new KeyValuePair("request_method", "POST")));
		String line = encode(event);
		assertThat(line.split("\"tenant\"")).hasSize(2);
		assertThat(line.split("\"method\"")).hasSize(2);
		assertThat(line).contains("\"tenant\":\"pair\"", "\"method\":\"POST\"");
	}

	@Test
	void keepsTypes() {
		LoggingEvent event = event(Level.INFO, "hello", null);
		event.setKeyValuePairs(List.of(new KeyValuePair("int", 1), new KeyValuePair("double", 1.5),
				new KeyValuePair("nan", Double.NaN), new KeyValuePair("bool", false),
				new KeyValuePair("text", Instant.EPOCH), new KeyValuePair("none", null)));
		assertThat(encode(event))
			.contains("\"int\":1,\"double\":1.5,\"nan\":\"NaN\",\"bool\":false,\"text\":\"1970-01-01T00:00:00Z\"}")
			.doesNotContain("none");
	}

	@Test
	void writesDurationsInSecondsWithSixDecimals() {
		LoggingEvent event = event(Level.INFO, "hello", null);
		event.setKeyValuePairs(List.of(new KeyValuePair("request_duration", Duration.ofNanos(245_000_999)),
				new KeyValuePair("long", Duration.ofHours(3)), new KeyValuePair("back", Duration.ofMillis(-1500))));
		assertThat(encode(event)).contains("{\"duration\":0.245000}", "\"long\":10800.000000", "\"back\":-1.500000");
	}

	@Test
	void survivesWhateverToStringThrows() {
		for (Throwable thrown : List.of(new IllegalStateException("no"), new StackOverflowError(),
				new NoClassDefFoundError("gone"))) {
			LoggingEvent event = event(Level.INFO, "hello", null);
			event.setKeyValuePairs(List.of(new KeyValuePair("bad", new Throwing(thrown))));
			assertThat(line(event).path("bad").asString()).contains("failed: " + thrown.getClass().getName());
			assertThat(line(event(Level.INFO, "next", null)).path("@message").asString()).isEqualTo("next");
		}
	}

	@Test
	void losesNeitherTheLineNorTheNextToAFailingProvider() {
		this.encoder.getProviders().addProvider(new AbstractJsonProvider<>() {

			@Override
			public void writeTo(JsonGenerator generator, ILoggingEvent event) {
				generator.writeName("half");
				if ("bad".equals(event.getMessage())) {
					throw new NoClassDefFoundError("gone");
				}
				generator.writeNumber(1);
			}

		});
		LoggingEvent bad = event(Level.INFO, "bad", null);
		bad.setKeyValuePairs(List.of(new KeyValuePair("extra", 1)));
		assertThat(line(bad).has("half")).isFalse();
		assertThat(line(bad).path("extra").asInt()).isOne();
		assertThat(line(event(Level.INFO, "good", null)).path("half").asInt()).isOne();
	}

	@Test
	void losesNoOtherMemberToAPartThatFails() {
		LoggingEvent event = event(Level.INFO, "hello", null, Map.of("traceId", TRACE_ID));
		event.setKeyValuePairs(List.of(new KeyValuePair("extra", 1)));
		event.setThrowableProxy(new ThrowableProxy(new IllegalStateException("boom")) {

			@Override
			public String getClassName() {
				throw new IllegalStateException("no class");
			}

		});
		JsonNode line = line(event);
		assertThat(line.propertyNames()).containsExactly("@timestamp", "@level", "@message", "service", "tracking_id",
				"environment", "source", "tracing", "extra");
		assertThat(line.path("tracking_id").asString()).isEqualTo(TRACE_ID);
	}

	@Test
	void writesNumbersOfTheJdkAsNumbersAndArraysAsArrays() {
		LoggingEvent event = event(Level.INFO, "hello", null);
		event.setKeyValuePairs(List.of(new KeyValuePair("atomic", new AtomicInteger(3)),
				new KeyValuePair("big", new BigInteger("12345678901234567890")),
				new KeyValuePair("array", new int[] { 1, 2 })));
		assertThat(encode(event)).endsWith(",\"atomic\":3,\"big\":12345678901234567890,\"array\":[1,2]}\n");
	}

	@Test
	void writesDurationsOfAnySize() {
		LoggingEvent event = event(Level.INFO, "hello", null);
		event.setKeyValuePairs(List.of(new KeyValuePair("ages", Duration.ofSeconds(Long.MIN_VALUE)),
				new KeyValuePair("back", Duration.ofMillis(-1500)),
				new KeyValuePair("ahead", Duration.ofSeconds(Long.MAX_VALUE))));
		assertThat(encode(event)).endsWith(
				",\"ages\":-9223372036854775808.000000,\"back\":-1.500000,\"ahead\":9223372036854775807.000000}\n");
	}

	@Test
	void losesNoKeyThatLooksLikeARenamedOne() {
		LoggingEvent event = event(Level.INFO, "hello", null);
		event.setKeyValuePairs(List.of(new KeyValuePair("service_", "a"), new KeyValuePair("service", "b"),
				new KeyValuePair("level", "c"), new KeyValuePair("level_", "d")));
		assertThat(encode(event))
			.endsWith(",\"service_\":\"a\",\"service__1\":\"b\",\"level_\":\"c\",\"level__2\":\"d\"}\n");
	}

	@Test
	void providersOfTheApplicationWriteNoKeyTwiceAndNoSecondLine() {
		this.encoder.getProviders().addProvider(new LoggingEventFormattedTimestampJsonProvider());
		this.encoder.getProviders().addProvider(new MdcJsonProvider());
		this.encoder.getProviders().addProvider(new LoggerNameJsonProvider());
		this.encoder.addDecorator(new PrettyPrintingDecorator());
		String text = encode(event(Level.INFO, "hello", null, Map.of("extra", "1")));
		assertThat(text).endsWith(",\"extra\":\"1\",\"logger_name\":\"test\"}\n").containsOnlyOnce("@timestamp");
		assertThat(text.lines()).hasSize(1);
	}

	@Test
	void survivesAToStringThatLogs() {
		LoggingEvent outer = event(Level.INFO, "outer", null);
		List<JsonNode> inner = new ArrayList<>();
		outer.setKeyValuePairs(List.of(new KeyValuePair("first", 1), new KeyValuePair("logs", new Object() {

			@Override
			public String toString() {
				inner.add(line(event(Level.INFO, "inner", null)));
				return "logged";
			}

		}), new KeyValuePair("last", 2)));
		JsonNode line = line(outer);
		assertThat(line.path("@message").asString()).isEqualTo("outer");
		assertThat(line.path("first").asInt()).isOne();
		assertThat(line.path("logs").asString()).isEqualTo("logged");
		assertThat(line.path("last").asInt()).isEqualTo(2);
		assertThat(inner).singleElement()
			.satisfies((node) -> assertThat(node.path("@message").asString()).isEqualTo("inner"));
	}

	@Test
	void writesAMessageThatIsNull() {
		assertThat(line(event(Level.INFO, null, null)).path("@message").asString()).isEqualTo("null");
	}

	@Test
	void idsOfOneLineAreNotThoseOfTheNext() {
		String other = "1af7651916cd43dd8448eb211c80319c";
		assertThat(line(event(Level.INFO, "hello", null, Map.of("traceId", TRACE_ID))).path("tracking_id").asString())
			.isEqualTo(TRACE_ID);
		assertThat(line(event(Level.INFO, "hello", null, Map.of("traceId", other))).path("tracking_id").asString())
			.isEqualTo(other);
		assertThat(line(event(Level.INFO, "hello", null, Map.of("traceId", "evil"))).path("tracking_id").asString())
			.isEqualTo("unknown");
		assertThat(line(event(Level.INFO, "hello", null, Map.of())).path("tracking_id").asString())
			.isEqualTo("unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil", "", "00000000000000000000000000000000", "0AF7651916CD43DD8448EB211C80319C" })
	void takesNothingForAnIdThatIsNone(String id) {
		JsonNode line = line(event(Level.INFO, "hello", null, Map.of("traceId", id, "spanId", SPAN_ID)));
		assertThat(line.path("tracking_id").asString()).isEqualTo("unknown");
		assertThat(line.path("traceId").asString()).isEqualTo(id);
		assertThat(line.has("tracing")).isFalse();
	}

	@Test
	void namesTheInnermostClassOfAnError() {
		assertThat(line(event(Level.WARN, "failed", new InnerException())).path("error").path("type").asString())
			.isEqualTo("InnerException");
	}

	@Test
	void writesLongLinesWhole() {
		String text = "a\u00e9\u20ac\"".repeat(32_000);
		assertThat(line(event(Level.INFO, text, null)).path("@message").asString()).isEqualTo(text);
	}

	@Test
	void replacesHalfASurrogatePair() {
		String line = encode(event(Level.INFO, "a\ud83d b\ude00 c\ud83d", null));
		assertThat(JsonMapper.shared().readTree(line).path("@message").asString()).isEqualTo("a\ufffd b\ufffd c\ufffd");
	}

	@Test
	void isOneLineWhateverTheMessage() {
		String text = "a\nb\r\n\"c\" \\ \b\f\t \u0000\u001f\u007f \u00e9 € \u2028\u2029 \ud83d\ude00";
		String line = encode(event(Level.INFO, text, null));
		assertThat(line).doesNotContain("\u2028", "\u2029", "\r", "\u0000");
		assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
		assertThat(JsonMapper.shared().readTree(line).path("@message").asString()).isEqualTo(text);
	}

	@Test
	void writesAnExceptionWithItsRootCauseFirst() {
		IllegalStateException exception = new IllegalStateException("outer", new ConnectException("inner"));
		JsonNode line = line(event(Level.WARN, "failed", exception));
		assertThat(line.path("error").path("type").asString()).isEqualTo("IllegalStateException");
		assertThat(line.path("error").path("message").asString()).isEqualTo("outer");
		assertThat(line.path("error").path("category").asString()).isEqualTo("network");
		JsonNode written = line.path("exception");
		assertThat(written.path("class").asString()).isEqualTo("java.lang.IllegalStateException");
		assertThat(written.path("stack_trace").asString()).startsWith("java.net.ConnectException: inner");
		assertThat(written.path("file").asString()).isEqualTo("CloudWatchEncoderTests.java");
		assertThat(written.path("line").asInt()).isPositive();
	}

	@Test
	void tellsTimeoutsFromOtherErrors() {
		assertThat(category(new IllegalStateException(new SocketTimeoutException()))).isEqualTo("timeout");
		assertThat(category(new IllegalStateException())).isEqualTo("server");
	}

	@Test
	void onlyErrorsTellWhereTheyWereLogged() {
		assertThat(line(event(Level.WARN, "hello", null)).path("source").has("function")).isFalse();
		JsonNode source = line(event(Level.ERROR, "hello", null)).path("source");
		assertThat(source.path("function").asString()).isEqualTo("caller");
		assertThat(source.path("line").asInt()).isEqualTo(42);
	}

	@Test
	void everyLineTellsWhereItWasLoggedWhenAskedTo() {
		this.encoder.setIncludeCaller(true);
		assertThat(line(event(Level.INFO, "hello", null)).path("source").path("function").asString())
			.isEqualTo("caller");
	}

	@Test
	void accessLinesNeverTellWhereTheyWereLogged() {
		this.encoder.setIncludeCaller(true);
		LoggingEvent event = event(Level.ERROR, "GET / - 500", null);
		event.setLoggerName("com.starmates.telemetry.access");
		assertThat(line(event).path("source").has("function")).isFalse();
	}

	@Test
	void writesProvidersOfTheApplicationLast() {
		this.encoder.getProviders().addProvider(new LoggerNameJsonProvider());
		assertThat(encode(event(Level.INFO, "hello", null))).endsWith(",\"logger_name\":\"test\"}\n");
	}

	private String category(Throwable exception) {
		return line(event(Level.WARN, "failed", exception)).path("error").path("category").asString();
	}

	@Test
	void idsOfTheAgentAreTakenAndNotWrittenTwice() {
		JsonNode line = line(event(Level.INFO, "hello", null, Map.of("trace_id", "0af7651916cd43dd8448eb211c80319c",
				"span_id", "b7ad6b7169203331", "trace_flags", "03", "traceId", "1af7651916cd43dd8448eb211c80319c")));
		assertThat(line.path("tracking_id").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
		assertThat(line.path("tracing").path("span_id").asString()).isEqualTo("b7ad6b7169203331");
		assertThat(line.propertyNames()).doesNotContain("trace_id", "span_id", "trace_flags", "traceId");
	}

	@Test
	void keysLikeTheAgentsAreTheApplicationsWithoutItsFlags() {
		JsonNode line = line(event(Level.INFO, "hello", null, Map.of("trace_id", "0af7651916cd43dd8448eb211c80319c")));
		assertThat(line.path("tracking_id").asString()).isEqualTo("unknown");
		assertThat(line.path("trace_id").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
	}

	private JsonNode line(LoggingEvent event) {
		return JsonMapper.shared().readTree(encode(event));
	}

	private String encode(LoggingEvent event) {
		this.encoder.start();
		return new String(this.encoder.encode(event), StandardCharsets.UTF_8);
	}

	private LoggingEvent event(Level level, String message, Throwable exception) {
		return event(level, message, exception, Map.of());
	}

	private LoggingEvent event(Level level, String message, Throwable exception, Map<String, String> mdc) {
		LoggingEvent event = new LoggingEvent();
		event.setLoggerContext(this.loggers);
		event.setLoggerName("test");
		event.setThreadName("main");
		event.setLevel(level);
		event.setMessage(message);
		event.setInstant(Instant.parse("2025-01-31T10:30:45.123456Z"));
		event.setMDCPropertyMap(mdc);
		event.setCallerData(new StackTraceElement[] { new StackTraceElement("Caller", "caller", "Caller.java", 42) });
		if (exception != null) {
			event.setThrowableProxy(new ThrowableProxy(exception));
		}
		return event;
	}

	private static final class Throwing {

		private final Throwable thrown;

		Throwing(Throwable thrown) {
			this.thrown = thrown;
		}

		@Override
		public String toString() {
			return Sneaky.raise(this.thrown);
		}

	}

	private static final class InnerException extends RuntimeException {

	}

	private static final class Sneaky {

		@SuppressWarnings("unchecked")
		static <T extends Throwable, R> R raise(Throwable thrown) throws T {
			throw (T) thrown;
		}

	}

}
