// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.starmates.telemetry.roads.FarSide.Seen;
import com.starmates.telemetry.test.LogLines;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spans and log lines of an application.
 *
 * @param context the application, which has an {@link InMemorySpanExporter}
 */
record Observed(ApplicationContext context) {

	SpanContext inRequest(NatsRoad.Sending sending) throws Exception {
		Span span = this.context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("request").startSpan();
		try (Scope scope = span.makeCurrent()) {
			sending.send();
		}
		finally {
			span.end();
		}
		return span.getSpanContext();
	}

	/** Return a span as soon as it has ended. */
	SpanData span(SpanContext wanted) {
		return Awaitility.await()
			.until(() -> find(wanted.getTraceId(), wanted.getSpanId()), (found) -> !found.isEmpty())
			.get(0);
	}

	SpanData parent(SpanData child) {
		return span(child.getParentSpanContext());
	}

	/**
	 * Assert that something sent arrived in the trace of its request, below the span of
	 * sending, and that the line the far side logged says so.
	 * @return the span of sending
	 */
	SpanData assertArrival(SpanContext request, Seen seen, JsonNode line, SpanKind far, SpanKind near) {
		assertThat(seen.trackingId()).isEqualTo(request.getTraceId());
		assertThat(line.get("tracking_id").asString()).isEqualTo(request.getTraceId());
		SpanData arrived = span(seen.span());
		assertThat(arrived.getKind()).isEqualTo(far);
		SpanData sent = parent(arrived);
		assertThat(sent.getKind()).isEqualTo(near);
		return sent;
	}

	/** Return the one span below another as soon as it has ended. */
	SpanData childOf(SpanContext parent) {
		return Awaitility.await()
			.until(() -> finished().filter((span) -> span.getParentSpanId().equals(parent.getSpanId())).toList(),
					(found) -> !found.isEmpty())
			.get(0);
	}

	private List<SpanData> find(String trace, String span) {
		return finished()
			.filter((candidate) -> candidate.getTraceId().equals(trace) && candidate.getSpanId().equals(span))
			.toList();
	}

	private Stream<SpanData> finished() {
		this.context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
		return this.context.getBean(InMemorySpanExporter.class).getFinishedSpanItems().stream();
	}

	/** Return a line of the log as soon as it has been written; brokers write others. */
	static JsonNode line(CapturedOutput output, String message) {
		return Awaitility.await()
			.until(() -> lines(output).filter((line) -> message.equals(line.path("@message").asString())).toList(),
					(lines) -> !lines.isEmpty())
			.get(0);
	}

	private static Stream<JsonNode> lines(CapturedOutput output) {
		String ours = output.toString()
			.lines()
			.filter((line) -> line.startsWith("{\"@timestamp\""))
			.collect(Collectors.joining("\n"));
		return LogLines.parse(ours).stream();
	}

}
