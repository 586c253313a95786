// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TraceRequest}, against what the SDK makes of the same spans.
 */
class TraceRequestTests {

	private final TraceRequest request = new TraceRequest();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void saysWhatTheSdkSays(long seed) throws IOException {
		RandomSpans spans = new RandomSpans(seed);
		for (int i = 0; i < 100; i++) {
			List<SpanData> batch = spans.batch();
			byte[] ours = this.request.encode(batch).toByteArray();
			byte[] theirs = sdk(batch);
			assertThat(ours).as("length, which is least").hasSameSizeAs(theirs);
			assertThat(flat(ours)).hasSize(batch.size()).isEqualTo(flat(theirs));
		}
	}

	@Test
	void hasOneGroupForEachResourceAndScope() throws IOException {
		List<SpanData> batch = new RandomSpans(5).batch();
		ExportTraceServiceRequest ours = parse(this.request.encode(batch).toByteArray());
		ExportTraceServiceRequest theirs = parse(sdk(batch));
		assertThat(ours.getResourceSpansList()).extracting(ResourceSpans::getScopeSpansCount)
			.containsExactlyInAnyOrderElementsOf(
					theirs.getResourceSpansList().stream().map(ResourceSpans::getScopeSpansCount).toList());
	}

	@Test
	void tellsKeysOfTheSameHashCodeApart() throws IOException {
		AttributeKey<String> one = AttributeKey.stringKey("Aa");
		AttributeKey<String> other = AttributeKey.stringKey("BB");
		assertThat(one).hasSameHashCodeAs(other);
		List<SpanData> batch = List.of(span(Attributes.of(one, "1", other, "2")));
		for (int i = 0; i < 2; i++) {
			assertThat(parse(this.request.encode(batch).toByteArray())).isEqualTo(parse(sdk(batch)));
		}
	}

	@Test
	void nothingRemainsOfAHugeBatch() throws IOException {
		List<SpanData> small = List.of(span(Attributes.empty()));
		int before = this.request.encode(small).array().length;
		String text = "x".repeat(3 * 1024 * 1024);
		List<SpanData> huge = List.of(span(Attributes.of(AttributeKey.stringKey("huge"), text)));
		assertThat(parse(this.request.encode(huge).toByteArray())).isEqualTo(parse(sdk(huge)));
		assertThat(this.request.encode(small).array()).hasSize(before);
		assertThat(parse(this.request.encode(small).toByteArray())).isEqualTo(parse(sdk(small)));
	}

	private static SpanData span(Attributes attributes) {
		return TestSpanData.builder()
			.setName("span")
			.setKind(SpanKind.SERVER)
			.setStartEpochNanos(1)
			.setEndEpochNanos(2)
			.setHasEnded(true)
			.setStatus(StatusData.unset())
			.setAttributes(attributes)
			.build();
	}

	private static byte[] sdk(List<SpanData> batch) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		TraceRequestMarshaler.create(batch).writeBinaryTo(bytes);
		return bytes.toByteArray();
	}

	private static ExportTraceServiceRequest parse(byte[] bytes) throws IOException {
		return ExportTraceServiceRequest.parseFrom(bytes);
	}

	/** The order of groups says nothing. */
	private static Map<ByteString, List<Object>> flat(byte[] bytes) throws IOException {
		Map<ByteString, List<Object>> spans = new HashMap<>();
		for (ResourceSpans resource : parse(bytes).getResourceSpansList()) {
			for (ScopeSpans scope : resource.getScopeSpansList()) {
				for (Span span : scope.getSpansList()) {
					spans.put(span.getSpanId(), List.of(resource.getResource(), resource.getSchemaUrl(),
							scope.getScope(), scope.getSchemaUrl(), span));
				}
			}
		}
		return spans;
	}

}
