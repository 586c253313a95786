// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.test.SecretCorpus;
import com.starmates.telemetry.test.SecretCorpus.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever an event holds, {@link CloudWatchEncoder} writes one valid line within its
 * limits. {@code -Drandom-events=10000000} tries more events, {@code -Drandom-seed=…}
 * others.
 */
class CloudWatchEncoderRandomTests {

	private static final int MAX_BYTES = 4096;

	private static final int MAX_FIELDS = 60;

	private static final List<String> ESSENTIAL = List.of("@timestamp", "@level", "@message", "service", "tracking_id");

	private static final List<String> KEYS = List.of("request_method", "request.path", "error.type", "@message",
			"message", "service", "tracking_id", "exception", "source", "source.module", "fields_dropped", "a", "a_",
			"nested", "", "\u2028", "key\nwith\tcontrol", "tracing.trace_id", "environment");

	private static final int SCHEMA_SAMPLE = 50;

	private static final int SECRET_SAMPLE = 20;

	/** What is no longer, such as 739, a random number may have in it. */
	private static final int LONGEST_BY_CHANCE = 5;

	private static final List<Secret> SECRETS = SecretCorpus.secrets();

	private static final String ALPHABET = "ab \"\\/{}[]:,\n\r\t\u0000\u001f\u007f\u0085"
			+ "\u00e9\u20ac\u2028\u2029\ufeff\ud83d\ude00";

	private final JsonMapper strict = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

	private final LoggerContext loggers = new LoggerContext();

	private final CloudWatchEncoder encoder = new CloudWatchEncoder();

	/** Of the event at hand. */
	private final List<String> secrets = new ArrayList<>();

	@Test
	void everyLineIsValidAndWithinItsLimits() {
		long seed = Long.getLong("random-seed", 20_250_131);
		this.encoder.setContext(this.loggers);
		this.encoder.setMaxBytes(MAX_BYTES);
		this.encoder.setMaxFields(MAX_FIELDS);
		this.encoder.start();
		for (long i = 0; i < Long.getLong("random-events", 100_000); i++) {
			Random random = new Random(seed + i);
			this.secrets.clear();
			check(seed + i, this.encoder.encode(event(random)));
		}
		assertThat(this.loggers.getStatusManager().getCount()).as("warnings").isZero();
	}

	private void check(long seed, byte[] bytes) {
		String line = new String(bytes, StandardCharsets.UTF_8);
		if (bytes.length > MAX_BYTES || line.indexOf('\n') != line.length() - 1
				|| !Arrays.equals(bytes, line.getBytes(StandardCharsets.UTF_8))) {
			throw new AssertionError("Seed " + seed + ": " + line);
		}
		JsonNode json = this.strict.readTree(line);
		Set<String> names = new HashSet<>(json.propertyNames());
		if (!names.containsAll(ESSENTIAL) || fields(json) > MAX_FIELDS) {
			throw new AssertionError("Seed " + seed + ": " + line);
		}
		if (!this.secrets.isEmpty()) {
			assertThat(texts(json)).as("Seed " + seed + ": " + line).noneMatch(this::tellsASecret);
		}
		if (seed % SCHEMA_SAMPLE == 0) {
			assertThat(LogLineSchema.violations(json)).as("Seed " + seed + ": " + line).isEmpty();
		}
	}

	private boolean tellsASecret(String text) {
		return this.secrets.stream().anyMatch(text::contains);
	}

	private static Stream<String> texts(JsonNode node) {
		return node.isContainer() ? node.values().stream().flatMap(CloudWatchEncoderRandomTests::texts)
				: Stream.of(node.asString());
	}

	private static int fields(JsonNode node) {
		int fields = node.isContainer() ? 0 : 1;
		for (JsonNode child : node.values()) {
			fields += fields(child);
		}
		return fields;
	}

	private LoggingEvent event(Random random) {
		LoggingEvent event = new LoggingEvent("test", this.loggers.getLogger("com.example." + random.nextInt(3)),
				random.nextBoolean() ? Level.INFO : Level.ERROR, secretive(random), failure(random, 0), null);
		for (int i = random.nextInt(6); i > 0; i--) {
			String key = key(random);
			boolean member = LogMember.of(key) != null;
			event.addKeyValuePair(new KeyValuePair(key, member ? secretive(random, key) : value(random, key)));
		}
		Map<String, String> mdc = new HashMap<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			String key = key(random);
			mdc.put(key, secretive(random, key));
		}
		event.setMDCPropertyMap(mdc);
		event.setCallerData(new StackTraceElement[] { new StackTraceElement("A", text(random), "A.java", 1) });
		return event;
	}

	private static String key(Random random) {
		return random.nextBoolean() ? KEYS.get(random.nextInt(KEYS.size())) : text(random);
	}

	private @Nullable Object value(Random random, int depth) {
		return switch (random.nextInt((depth < 5) ? 16 : 12)) {
			case 0 -> null;
			case 1 -> random.nextInt();
			case 2 -> random.nextLong();
			case 3 -> Double.longBitsToDouble(random.nextLong());
			case 4 -> Duration.ofSeconds(random.nextLong(), random.nextInt(1_000_000_000));
			case 5 -> Instant.ofEpochMilli(random.nextInt());
			case 6 -> Thread.State.BLOCKED;
			case 7 -> new Hostile(random.nextInt(4));
			case 8 -> random.nextBoolean();
			case 9 -> new byte[random.nextInt(50)];
			case 10, 11 -> secretive(random);
			case 12 -> new Pair(value(random, depth + 1), value(random, depth + 1));
			case 13 -> new Object[] { value(random, depth + 1), value(random, depth + 1) };
			case 14 -> list(random, depth);
			default -> map(random, depth);
		};
	}

	private List<@Nullable Object> list(Random random, int depth) {
		List<@Nullable Object> list = new ArrayList<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			list.add(value(random, depth + 1));
		}
		return list;
	}

	private Map<@Nullable Object, @Nullable Object> map(Random random, int depth) {
		Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
		for (int i = random.nextInt(8); i > 0; i--) {
			Object key = switch (random.nextInt(4)) {
				case 0 -> null;
				case 1 -> random.nextInt(3);
				case 2 -> String.valueOf(random.nextInt(3));
				default -> text(random);
			};
			map.put(key, value(random, depth + 1));
		}
		return map;
	}

	private String secretive(Random random, String key) {
		return Masker.standard().isExemptKey(key) ? text(random) : secretive(random);
	}

	private @Nullable Object value(Random random, String key) {
		return Masker.standard().isExemptKey(key) ? text(random) : value(random, 0);
	}

	/** Now and then it is a secret, which no line may tell. */
	private String secretive(Random random) {
		if (random.nextInt(SECRET_SAMPLE) != 0) {
			return text(random);
		}
		Secret secret = SECRETS.get(random.nextInt(SECRETS.size()));
		secret.secrets().stream().filter((text) -> text.length() > LONGEST_BY_CHANCE).forEach(this.secrets::add);
		return secret.text();
	}

	private static String text(Random random) {
		int length = (random.nextInt(200) == 0) ? random.nextInt(20_000) : random.nextInt(30);
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return text.toString();
	}

	private @Nullable Throwable failure(Random random, int depth) {
		if (random.nextInt(4) != 0) {
			return null;
		}
		Throwable cause = (depth < 4) ? failure(random, depth + 1) : null;
		Exception failure = new IllegalStateException(secretive(random), cause);
		failure.setStackTrace(new StackTraceElement[] {
				new StackTraceElement("com.example." + text(random), text(random), text(random), random.nextInt()) });
		if (cause != null && random.nextBoolean()) {
			failure.addSuppressed(cause);
		}
		return failure;
	}

	private record Pair(@Nullable Object first, @Nullable Object second) {

	}

	private record Hostile(int kind) {

		@Override
		public int kind() {
			return switch (this.kind) {
				case 0 -> throw new IllegalStateException("no");
				case 1 -> throw new StackOverflowError();
				default -> this.kind;
			};
		}

		@Override
		public String toString() {
			if (this.kind == 2) {
				throw new NoClassDefFoundError("gone");
			}
			return "hostile";
		}

	}

}
