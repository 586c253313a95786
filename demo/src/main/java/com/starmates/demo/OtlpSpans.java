// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;

/**
 * Reads spans from OTLP.
 */
final class OtlpSpans {

	private OtlpSpans() {
	}

	static List<Span> read(InputStream body) throws IOException {
		return ExportTraceServiceRequest.parseFrom(body)
			.getResourceSpansList()
			.stream()
			.flatMap(OtlpSpans::spans)
			.toList();
	}

	private static Stream<Span> spans(ResourceSpans spans) {
		String service = attributes(spans.getResource().getAttributesList()).getOrDefault("service.name", "");
		return spans.getScopeSpansList()
			.stream()
			.flatMap((scope) -> scope.getSpansList().stream())
			.map((span) -> span(service, span));
	}

	private static Span span(String service, io.opentelemetry.proto.trace.v1.Span span) {
		return new Span(service, span.getName(), span.getKind().name().replace("SPAN_KIND_", ""),
				hex(span.getTraceId()), hex(span.getSpanId()), hex(span.getParentSpanId()), span.getStartTimeUnixNano(),
				Duration.ofNanos(span.getEndTimeUnixNano() - span.getStartTimeUnixNano()),
				span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR, attributes(span.getAttributesList()));
	}

	private static Map<String, String> attributes(List<KeyValue> attributes) {
		return attributes.stream()
			.collect(Collectors.toMap(KeyValue::getKey, (attribute) -> text(attribute.getValue()), (a, b) -> b));
	}

	private static String text(AnyValue value) {
		return switch (value.getValueCase()) {
			case STRING_VALUE -> value.getStringValue();
			case INT_VALUE -> Long.toString(value.getIntValue());
			case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
			case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
			case ARRAY_VALUE, KVLIST_VALUE, BYTES_VALUE, VALUE_NOT_SET -> value.toString();
		};
	}

	private static String hex(ByteString bytes) {
		return java.util.HexFormat.of().formatHex(bytes.toByteArray());
	}

}
