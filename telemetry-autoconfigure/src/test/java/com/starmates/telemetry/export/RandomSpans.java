// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

/**
 * Spans of every kind, the same ones for the same seed.
 */
final class RandomSpans {

	private static final List<String> TEXTS = List.of("", "GET /api/v1/sessions/{id}", "\u00e4\u00f6\u00fc\u00df",
			"\u0141", "\u2028\ud7ff\ue000\uffff", "\ud83d\ude00 and \ud83d\ude00", "\ud83d", "\ude00\ud83d",
			"end \ud83d", "\u0000\u007f\u0080\u07ff\u0800", "x".repeat(127), "x".repeat(128), "\u00e9".repeat(64),
			"x".repeat(16_383), "x".repeat(10_240), "\u20ac".repeat(3_500));

	private final Random random;

	private final List<Resource> resources;

	private final List<InstrumentationScopeInfo> scopes;

	RandomSpans(long seed) {
		this.random = new Random(seed);
		this.resources = List.of(Resource.create(printable()), Resource.create(printable(), "https://schema/1"),
				Resource.empty());
		this.scopes = List.of(InstrumentationScopeInfo.create("scope"), InstrumentationScopeInfo.empty(),
				InstrumentationScopeInfo.builder(text())
					.setVersion("1.0")
					.setSchemaUrl("https://schema/2")
					.setAttributes(attributes())
					.build());
	}

	List<SpanData> batch() {
		return Stream.generate(this::span).limit(this.random.nextInt(20)).toList();
	}

	private SpanData span() {
		List<EventData> events = some(this::event);
		List<LinkData> links = some(this::link);
		Attributes attributes = attributes();
		return TestSpanData.builder()
			.setSpanContext(context())
			.setParentSpanContext(this.random.nextBoolean() ? context() : SpanContext.getInvalid())
			.setResource(oneOf(this.resources))
			.setInstrumentationScopeInfo(oneOf(this.scopes))
			.setName(text())
			.setKind(oneOf(List.of(SpanKind.values())))
			.setStartEpochNanos(number())
			.setEndEpochNanos(number())
			.setHasEnded(true)
			.setAttributes(attributes)
			.setTotalAttributeCount(attributes.size() + this.random.nextInt(3) * 100)
			.setEvents(events)
			.setTotalRecordedEvents(events.size() + this.random.nextInt(2))
			.setLinks(links)
			.setTotalRecordedLinks(links.size() + this.random.nextInt(2))
			.setStatus(oneOf(List.of(StatusData.unset(), StatusData.ok(), StatusData.error(),
					StatusData.create(StatusData.error().getStatusCode(), text()))))
			.build();
	}

	private EventData event() {
		Attributes attributes = attributes();
		return this.random.nextBoolean() ? EventData.create(number(), text(), attributes, attributes.size() + 2)
				: exception(new IllegalStateException(text(), new RuntimeException("cause")));
	}

	private EventData exception(Throwable thrown) {
		return EventData.create(number(), "exception",
				Attributes.of(AttributeKey.stringKey("exception.type"), thrown.getClass().getName(),
						AttributeKey.stringKey("exception.message"), thrown.getMessage(),
						AttributeKey.stringKey("exception.stacktrace"), List.of(thrown.getStackTrace()).toString()));
	}

	private LinkData link() {
		Attributes attributes = attributes();
		return LinkData.create(context(), attributes, attributes.size() + this.random.nextInt(2));
	}

	private SpanContext context() {
		String trace = "%016x%016x".formatted(this.random.nextLong(), this.random.nextLong());
		String span = "%016x".formatted(this.random.nextLong());
		TraceFlags flags = TraceFlags.fromByte((byte) this.random.nextInt());
		return this.random.nextBoolean() ? SpanContext.create(trace, span, flags, state())
				: SpanContext.createFromRemoteParent(trace, span, flags, state());
	}

	private TraceState state() {
		return switch (this.random.nextInt(3)) {
			case 0 -> TraceState.getDefault();
			case 1 -> TraceState.builder().put("rojo", "00f067aa0ba902b7").build();
			default -> TraceState.builder().put("a", "1").put("t@b", "2").build();
		};
	}

	private Attributes attributes() {
		AttributesBuilder builder = Attributes.builder();
		IntStream.range(0, this.random.nextInt(20)).forEach((i) -> attribute(builder, "key." + i % 7 + text()));
		return builder.build();
	}

	/** Keys of resources have to be. */
	private Attributes printable() {
		AttributesBuilder builder = Attributes.builder();
		IntStream.range(0, this.random.nextInt(20)).forEach((i) -> attribute(builder, "key." + i % 7));
		return builder.build();
	}

	private void attribute(AttributesBuilder builder, String key) {
		switch (this.random.nextInt(9)) {
			case 0 -> builder.put(AttributeKey.longKey(key), number());
			case 1 -> builder.put(AttributeKey.doubleKey(key), floating());
			case 2 -> builder.put(AttributeKey.booleanKey(key), this.random.nextBoolean());
			case 3 -> builder.put(AttributeKey.stringArrayKey(key), some(this::text));
			case 4 -> builder.put(AttributeKey.longArrayKey(key), some(this::number));
			case 5 -> builder.put(AttributeKey.doubleArrayKey(key), some(this::floating));
			case 6 -> builder.put(AttributeKey.booleanArrayKey(key), some(this.random::nextBoolean));
			case 7 -> builder.put(AttributeKey.valueKey(key), value(3));
			default -> builder.put(AttributeKey.stringKey(key), text());
		}
	}

	private Value<?> value(int depth) {
		return switch (this.random.nextInt((depth > 0) ? 8 : 6)) {
			case 0 -> Value.of(text());
			case 1 -> Value.of(number());
			case 2 -> Value.of(floating());
			case 3 -> Value.of(this.random.nextBoolean());
			case 4 -> Value.of(text().getBytes(StandardCharsets.UTF_8));
			case 5 -> Value.empty();
			case 6 -> Value.of(some(() -> value(depth - 1)).toArray(Value[]::new));
			default -> Value.of(some(() -> KeyValue.of(text(), value(depth - 1))).toArray(KeyValue[]::new));
		};
	}

	private long number() {
		return this.random.nextLong() >> this.random.nextInt(Long.SIZE);
	}

	private double floating() {
		return oneOf(
				List.of(0.0, -0.0, Double.NaN, Double.MIN_VALUE, Double.NEGATIVE_INFINITY, this.random.nextGaussian()));
	}

	/** Long texts are rare: there are many texts in a span. */
	private String text() {
		int bound = (this.random.nextInt(20) == 0) ? TEXTS.size() : TEXTS.size() - 3;
		return TEXTS.get(this.random.nextInt(bound));
	}

	private <T> List<T> some(Supplier<T> supplier) {
		List<T> some = new ArrayList<>();
		IntStream.range(0, this.random.nextInt(4)).forEach((i) -> some.add(supplier.get()));
		return some;
	}

	private <T> T oneOf(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
