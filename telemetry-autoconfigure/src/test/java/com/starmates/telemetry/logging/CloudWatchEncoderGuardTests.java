// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the limits of {@link CloudWatchEncoder}.
 */
class CloudWatchEncoderGuardTests {

	private static final int MAX_BYTES = 16_384;

	private final LoggerContext loggers = new LoggerContext();

	private final CloudWatchEncoder encoder = new CloudWatchEncoder();

	@BeforeEach
	void start() {
		this.encoder.setContext(this.loggers);
		this.encoder.setMaxBytes(MAX_BYTES);
		this.encoder.start();
	}

	@Test
	void lineOfTheLimitIsLeftWhole() {
		LoggingEvent event = event("");
		int room = MAX_BYTES - this.encoder.encode(event).length;
		JsonNode line = line(event("x".repeat(room)), MAX_BYTES);
		assertThat(line.path("@message").asString()).isEqualTo("x".repeat(room));
		assertThat(line(event("x".repeat(room + 1)), MAX_BYTES).path("@message").asString()).endsWith("x…");
	}

	@Test
	void stackTraceGivesWayFirst() {
		LoggingEvent event = event("m".repeat(2_000), deep(2_000));
		pairs(event, 20, "v".repeat(300));
		JsonNode line = line(event, MAX_BYTES);
		assertThat(line.path("@message").asString()).hasSize(2_000);
		assertThat(line.path("key19").asString()).hasSize(300);
		assertThat(line.has("fields_dropped")).isFalse();
		assertThat(line.path("exception").path("stack_trace").asString())
			.startsWith("java.lang.IllegalStateException: deep\n\tat ")
			.endsWith(")\n...")
			.hasSizeGreaterThan(3_000);
	}

	@Test
	void extraFieldsGiveWayNext() {
		LoggingEvent event = event("m".repeat(8_000), deep(2_000));
		pairs(event, 40, "v".repeat(300));
		JsonNode line = line(event, MAX_BYTES);
		assertThat(line.path("@message").asString()).hasSize(8_000);
		assertThat(line.path("exception").path("stack_trace").asString()).isEqualTo("...");
		int dropped = line.path("fields_dropped").asInt();
		assertThat(dropped).isBetween(10, 25);
		assertThat(IntStream.range(0, 40).filter((i) -> line.has("key" + i))).hasSize(40 - dropped);
	}

	@Test
	void messageGivesWayLast() {
		LoggingEvent event = event("m".repeat(20_000), deep(2_000));
		pairs(event, 40, "v".repeat(300));
		event.addKeyValuePair(new KeyValuePair("request_path", "/kept"));
		JsonNode line = line(event, MAX_BYTES);
		assertThat(line.path("@message").asString()).startsWith("mmmm").endsWith("m…").hasSizeGreaterThan(15_000);
		assertThat(line.path("fields_dropped").asInt()).isEqualTo(40);
		assertThat(line.path("request").path("path").asString()).isEqualTo("/kept");
		assertThat(line.propertyNames()).startsWith("@timestamp", "@level", "@message", "service", "tracking_id");
	}

	@Test
	void textsOfTheLinesOwnObjectsGiveWayToo() {
		LoggingEvent event = event("hello");
		for (LogMember member : LogMember.values()) {
			event.addKeyValuePair(new KeyValuePair(member.key(), "\u0001é\ud83d\ude00".repeat(10_000)));
		}
		JsonNode line = line(event, MAX_BYTES);
		assertThat(line.path("@message").asString()).isEqualTo("hello");
		assertThat(line.path("request").path("user_agent").asString()).endsWith("…");
		assertThat(line.path("error").path("category").asString()).endsWith("…");
	}

	@Test
	void numbersOfTheLinesOwnObjectsGiveWayToo() {
		LoggingEvent event = event("hello");
		event.addKeyValuePair(new KeyValuePair("request_size", BigInteger.TEN.pow(50_000)));
		event.addKeyValuePair(new KeyValuePair("large", BigInteger.TEN.pow(50_000)));
		JsonNode line = line(event, MAX_BYTES);
		assertThat(line.path("request").path("size").asString()).startsWith("1000").endsWith("0…");
		assertThat(line.path("fields_dropped").asInt()).isEqualTo(1);
	}

	@Test
	void aMaskedNameStaysTheSameOnAShortenedLine() {
		LoggingEvent event = event("m".repeat(2 * MAX_BYTES));
		event.addKeyValuePair(new KeyValuePair("password=hunter2", "x"));
		assertThat(line(event("hello", null, Map.of("password=hunter2", "x")), MAX_BYTES).has("password=***")).isTrue();
		assertThat(line(event, MAX_BYTES).propertyNames()).noneMatch((name) -> name.startsWith("password=***_"));
	}

	@Test
	void countsFieldsAsInsightsDoes() {
		LoggingEvent event = event("hello");
		Map<String, Object> nested = new LinkedHashMap<>();
		IntStream.range(0, 10_000).forEach((i) -> nested.put("n" + i, List.of(i, Map.of("leaf", i))));
		event.addKeyValuePair(new KeyValuePair("nested", nested));
		event.addKeyValuePair(new KeyValuePair("late", 1));
		JsonNode line = line(event, 1 << 18);
		assertThat(leaves(line)).isEqualTo(200);
		assertThat(line.path("fields_dropped").asInt()).isGreaterThan(9_000);
		assertThat(line.has("late")).isFalse();
	}

	@Test
	void tenThousandKeysOfTheMdcAreNotTooMany() {
		Map<String, String> mdc = new HashMap<>();
		IntStream.range(0, 10_000).forEach((i) -> mdc.put("key" + i, "value"));
		JsonNode line = line(event("hello", null, mdc), MAX_BYTES);
		assertThat(leaves(line)).isEqualTo(200);
		assertThat(line.path("fields_dropped").asInt())
			.isEqualTo(10_000 - (200 - leaves(line(event("hello"), MAX_BYTES)) - 1));
	}

	@Test
	void depthEnds() {
		List<Object> deep = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			deep = new ArrayList<>(List.of(deep));
		}
		Map<String, Object> circle = new HashMap<>();
		circle.put("self", circle);
		List<Object> wide = new ArrayList<>();
		wide.addAll(Collections.nCopies(10, wide));
		LoggingEvent event = event("hello");
		event.addKeyValuePair(new KeyValuePair("deep", deep));
		event.addKeyValuePair(new KeyValuePair("circle", circle));
		event.addKeyValuePair(new KeyValuePair("wide", wide));
		String text = new String(this.encoder.encode(event), StandardCharsets.UTF_8);
		assertThat(text).contains("\"deep\":[[[", "…", "\"circle\":{\"self\":{\"self\":");
		line(event, MAX_BYTES);
	}

	@Test
	void tenMegabytesAreOneLine() {
		for (String text : List.of("x".repeat(10 << 20), "\ud83d\ude00".repeat(5 << 20), "\n".repeat(10 << 20),
				"\ud83d".repeat(10 << 20))) {
			LoggingEvent event = event(text, new IllegalStateException(text), Map.of("user_id", text));
			event.addKeyValuePair(new KeyValuePair("extra", text));
			event.addKeyValuePair(new KeyValuePair(text, "long name"));
			line(event, MAX_BYTES);
		}
	}

	@Test
	void limitsThatTheLineItselfNeedsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.encoder.setMaxBytes(4_095))
			.withMessage("'maxBytes' must be at least 4096");
		assertThatIllegalArgumentException().isThrownBy(() -> this.encoder.setMaxFields(49))
			.withMessage("'maxFields' must be at least 50");
	}

	private JsonNode line(LoggingEvent event, int limit) {
		this.encoder.stop();
		this.encoder.setMaxBytes(limit);
		this.encoder.start();
		byte[] bytes = this.encoder.encode(event);
		assertThat(bytes.length).isLessThanOrEqualTo(limit);
		String text = new String(bytes, StandardCharsets.UTF_8);
		assertThat(text.indexOf('\n')).isEqualTo(text.length() - 1);
		return JsonMapper.shared().readTree(text);
	}

	private static int leaves(JsonNode node) {
		if (!node.isContainer()) {
			return 1;
		}
		int leaves = 0;
		for (JsonNode child : node.values()) {
			leaves += leaves(child);
		}
		return leaves;
	}

	private static void pairs(LoggingEvent event, int count, String value) {
		for (int i = 0; i < count; i++) {
			event.addKeyValuePair(new KeyValuePair("key" + i, value));
		}
	}

	private static Throwable deep(int frames) {
		IllegalStateException exception = new IllegalStateException("deep");
		StackTraceElement[] elements = new StackTraceElement[frames];
		for (int i = 0; i < frames; i++) {
			elements[i] = new StackTraceElement("com.example.Deep" + i, "call", "Deep.java", i);
		}
		exception.setStackTrace(elements);
		return exception;
	}

	private LoggingEvent event(String message) {
		return event(message, null);
	}

	private LoggingEvent event(String message, @Nullable Throwable exception) {
		return event(message, exception, Map.of());
	}

	private LoggingEvent event(String message, @Nullable Throwable exception, Map<String, String> mdc) {
		LoggingEvent event = new LoggingEvent("test", this.loggers.getLogger("test"), Level.INFO, message, exception,
				null);
		event.setMDCPropertyMap(mdc);
		return event;
	}

}
