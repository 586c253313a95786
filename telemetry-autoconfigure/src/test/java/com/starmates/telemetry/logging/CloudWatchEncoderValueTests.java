// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.annotation.JsonIgnore;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The values that keys may have.
 */
class CloudWatchEncoderValueTests extends AbstractEncoderTests {

	private static final Instant NOON = Instant.parse("2025-01-31T12:00:00.5Z");

	static Stream<Arguments> values() {
		return Stream.of(simpleValues(), times(), containers()).flatMap((values) -> values);
	}

	private static Stream<Arguments> simpleValues() {
		return Stream.of(Arguments.argumentSet("integer", 7, "7"),
				Arguments.argumentSet("long", 1L << 60, "1152921504606846976"),
				Arguments.argumentSet("double", 1.5, "1.5"),
				Arguments.argumentSet("not a number", Double.NaN, "\"NaN\""),
				Arguments.argumentSet("decimal", new BigDecimal("0.10"), "0.10"),
				Arguments.argumentSet("boolean", true, "true"), Arguments.argumentSet("text", "x", "\"x\""),
				Arguments.argumentSet("character", 'x', "\"x\""),
				Arguments.argumentSet("enum", DayOfWeek.MONDAY, "\"MONDAY\""),
				Arguments.argumentSet("uuid", new UUID(0, 1), "\"00000000-0000-0000-0000-000000000001\""));
	}

	private static Stream<Arguments> times() {
		return Stream.of(Arguments.argumentSet("duration", Duration.ofMillis(325), "0.325000"),
				Arguments.argumentSet("negative duration", Duration.ofMillis(-1), "-0.001000"),
				Arguments.argumentSet("instant", NOON, "\"2025-01-31T12:00:00.500Z\""),
				Arguments.argumentSet("date", Date.from(NOON), "\"2025-01-31T12:00:00.500Z\""),
				Arguments.argumentSet("zoned", ZonedDateTime.parse("2025-01-31T12:00:00+01:00[Europe/Berlin]"),
						"\"2025-01-31T12:00:00+01:00\""),
				Arguments.argumentSet("offset", OffsetDateTime.parse("2025-01-31T12:00:00+01:00"),
						"\"2025-01-31T12:00:00+01:00\""),
				Arguments.argumentSet("local", LocalDateTime.parse("2025-01-31T12:00:00"), "\"2025-01-31T12:00:00\""),
				Arguments.argumentSet("day", LocalDate.parse("2025-01-31"), "\"2025-01-31\""));
	}

	private static Stream<Arguments> containers() {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("a", 1);
		map.put("gone", null);
		map.put("b", List.of(true, "x"));
		return Stream.of(Arguments.argumentSet("list", List.of(1, "x"), "[1,\"x\"]"),
				Arguments.argumentSet("array", new int[] { 1, 2 }, "[1,2]"),
				Arguments.argumentSet("bytes", new byte[] { 1, 2 }, "\"AQI=\""),
				Arguments.argumentSet("map", map, "{\"a\":1,\"b\":[true,\"x\"]}"),
				Arguments.argumentSet("keys that are alike", Map.of(1, "x"), "{\"1\":\"x\"}"),
				Arguments.argumentSet("optional", Optional.of(7), "7"),
				Arguments.argumentSet("record", new Order(7, "mine", new BigDecimal("1.50")),
						"{\"id\":7,\"total\":1.50,\"pin\":\"***\"}"),
				Arguments.argumentSet("bean", new Bean(), "{\"name\":\"x\"}"));
	}

	@ParameterizedTest
	@MethodSource("values")
	void keepTheirTypes(Object value, String json) {
		JsonNode line = line(event("value", value));
		assertThat(line.get("value")).isEqualTo(JsonMapper.shared().readTree(json));
		assertThat(text(event("value", value))).contains("\"value\":" + json);
	}

	@Test
	void numbersOfAnApplicationsOwnAreTextAndNotAsked() {
		JsonNode line = line(event("operation_name", new Shy(), "operation_result", "success", "number", new Shy()));
		assertThat(line.at("/operation/name").asString()).isEqualTo("shy");
		assertThat(line.at("/operation/result").asString()).isEqualTo("success");
		assertThat(line.get("number").asString()).isEqualTo("shy");
	}

	@Test
	void nullIsLeftOut() {
		assertThat(line(event("value", null)).has("value")).isFalse();
	}

	@Test
	void whatRefersToItselfEnds() {
		Map<String, Object> map = new HashMap<>();
		map.put("self", map);
		List<Object> list = new ArrayList<>();
		list.add(list);
		JsonNode line = line(event("map", map, "list", list, "bean", new Cyclic()));
		assertThat(line.get("map").toString()).contains("…");
		assertThat(line.get("list").toString()).contains("…");
		assertThat(line.get("bean").asString()).isEqualTo("cyclic");
	}

	@Test
	void namesThatAreAlikeGetNumbers() {
		Map<Object, Integer> map = new IdentityHashMap<>();
		map.put(new String("k"), 1);
		map.put(new String("k"), 2);
		assertThat(line(event("value", map)).get("value").propertyNames()).containsExactly("k", "k_1");
	}

	@Test
	@Timeout(5)
	void thousandsOfNamesThatAreAlikeTakeNoTime() {
		Map<Object, Integer> map = new IdentityHashMap<>();
		LoggingEvent event = event("value", map);
		for (int i = 0; i < 100_000; i++) {
			map.put(new String("x".repeat(120)), i);
			event.addKeyValuePair(new KeyValuePair("y".repeat(120) + i, i));
		}
		assertThat(line(event).get("fields_dropped").asInt()).isGreaterThan(190_000);
	}

	@Test
	void namesTellNoSecrets() {
		JsonNode line = line(event("value", Map.of("sk_live_abcdefghijklmnop1", 1, "sk_live_abcdefghijklmnop2", 2),
				"sk_live_abcdefghijklmnop3", 3));
		assertThat(line.toString()).doesNotContain("sk_live");
		assertThat(line.get("value").propertyNames()).containsExactlyInAnyOrder("***", "***_1");
		assertThat(line.get("***").asInt()).isEqualTo(3);
	}

	@Test
	void entitiesAreTheirText() {
		assertThat(line(event("value", new Entity())).get("value").asString()).isEqualTo("entity");
	}

	@Test
	void whatThrowsIsNamed() {
		JsonNode line = line(event("value", new Throwing(), "after", 1));
		assertThat(line.get("value").asString())
			.isEqualTo("[" + Throwing.class.getName() + " failed: java.lang.StackOverflowError]");
		assertThat(line.get("after").asInt()).isEqualTo(1);
	}

	@Test
	void structuredArgumentsAreFields() {
		LoggingEvent event = event();
		event.setMessage("{} {}");
		event.setArgumentArray(new Object[] { StructuredArguments.value("order_id", 7),
				StructuredArguments.entries(Map.of("request_method", "GET")), StructuredArguments.array("tags", 1, "x"),
				StructuredArguments.keyValue("secret", "mine") });
		JsonNode line = line(event);
		assertThat(line.get("order_id").asInt()).isEqualTo(7);
		assertThat(line.at("/request/method").asString()).isEqualTo("GET");
		assertThat(line.get("tags").toString()).isEqualTo("[1,\"x\"]");
		assertThat(line.get("secret").asString()).isEqualTo("***");
	}

	@Test
	void markersAreFields() {
		LoggingEvent event = event();
		event.addMarker(Markers.append("order_id", 7).and(Markers.append("response_status", 201)));
		event.addMarker(MarkerFactory.getMarker("PLAIN"));
		JsonNode line = line(event);
		assertThat(line.get("order_id").asInt()).isEqualTo(7);
		assertThat(line.at("/response/status").asInt()).isEqualTo(201);
	}

	@Test
	void circularAndSuppressedCausesAreTold() {
		IllegalStateException outer = new IllegalStateException("outer");
		IllegalArgumentException inner = new IllegalArgumentException("inner", outer);
		outer.initCause(inner);
		outer.addSuppressed(new UnsupportedOperationException("suppressed"));
		LoggingEvent event = event();
		event.setThrowableProxy(proxy(outer));
		assertThat(line(event).at("/exception/stack_trace").asString())
			.startsWith("[CIRCULAR REFERENCE] java.lang.IllegalStateException: outer\n")
			.contains("\nWrapped by: java.lang.IllegalArgumentException: inner\n\tat ")
			.contains("\nWrapped by: java.lang.IllegalStateException: outer\n\tat ")
			.contains("\n\tSuppressed: java.lang.UnsupportedOperationException: suppressed\n\t\tat ");
	}

	@Test
	void framesInCommonAreWrittenOnce() {
		Exception inner = inner();
		LoggingEvent event = event();
		event.setThrowableProxy(proxy(new IllegalStateException("outer", inner)));
		String trace = line(event).at("/exception/stack_trace").asString();
		assertThat(trace).startsWith("java.lang.IllegalArgumentException: inner\n")
			.contains(" common frames omitted\nWrapped by: ");
		assertThat(trace.lines().filter((line) -> line.contains("framesInCommonAreWrittenOnce"))).hasSize(2);
	}

	private static Exception inner() {
		return new IllegalArgumentException("inner");
	}

	private record Order(int id, @JsonIgnore String secretOfOurs, BigDecimal total, int pin) {

		Order(int id, String secretOfOurs, BigDecimal total) {
			this(id, secretOfOurs, total, 1234);
		}

	}

	public static final class Bean {

		public String getName() {
			return "x";
		}

		public @Nullable String getNothing() {
			return null;
		}

	}

	@jakarta.persistence.Entity
	public static final class Entity {

		@jakarta.persistence.Id
		private int id;

		public int getId() {
			throw new AssertionError("asked for its id " + this.id);
		}

		@Override
		public String toString() {
			return "entity";
		}

	}

	public static final class Cyclic {

		public Cyclic getSelf() {
			return this;
		}

		@Override
		public String toString() {
			return "cyclic";
		}

	}

	static final class Throwing {

		@Override
		public String toString() {
			throw new StackOverflowError();
		}

	}

	/** A number that does not say which. */
	private static final class Shy extends Number {

		private static final long serialVersionUID = 1L;

		@Override
		public int intValue() {
			throw new IllegalStateException();
		}

		@Override
		public long longValue() {
			throw new IllegalStateException();
		}

		@Override
		public float floatValue() {
			throw new IllegalStateException();
		}

		@Override
		public double doubleValue() {
			throw new IllegalStateException();
		}

		@Override
		public String toString() {
			return "shy";
		}

	}

}
