// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.starmates.benchmark.jmh.AbstractBenchmark;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.internal.otlp.traces.LowAllocationTraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * What it takes to make the bytes of a server span that a receiver is sent, in a batch as
 * large as they are by default. The SDK's is what its exporter does unless it is told to
 * do something else.
 *
 * @since 1.0.0
 */
public class SpanExportBenchmark extends AbstractBenchmark {

	private static final int SPANS = 512;

	/** As ours has them: the keys are always the same objects. */
	private static final Attributes ATTRIBUTES = Attributes.builder()
		.put("http.request.method", "GET")
		.put("url.scheme", "http")
		.put("server.address", "localhost")
		.put("server.port", 8080L)
		.put("client.address", "127.0.0.1")
		.put("network.peer.address", "127.0.0.1")
		.put("network.protocol.version", "1.1")
		.put("user_agent.original", "benchmark/1.0")
		.put("http.route", "/api/v1/sessions/{id}")
		.put("http.response.status_code", 200L)
		.put("request.size", 0L)
		.put("response.size", 56L)
		.build();

	private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

	private static final AttributeKey<Long> PORT = AttributeKey.longKey("network.peer.port");

	private static final AttributeKey<String> TRACKING_ID = AttributeKey.stringKey("tracking.id");

	/** Whose exporter. */
	@Param({ "ours", "sdk" })
	public String exporter = "";

	private final LowAllocationTraceRequestMarshaler sdk = new LowAllocationTraceRequestMarshaler();

	private final TraceRequest ours = new TraceRequest();

	private final OutputStream sink = OutputStream.nullOutputStream();

	private final List<SpanData> spans = new ArrayList<>();

	/** Make the spans. */
	@Setup
	public void setUp() {
		try (SdkTracerProvider provider = SdkTracerProvider.builder()
			.addSpanProcessor(SimpleSpanProcessor.create(new Collecting(this.spans)))
			.build()) {
			Tracer tracer = provider.get("com.starmates.telemetry");
			for (int i = 0; i < SPANS; i++) {
				span(tracer, i);
			}
		}
	}

	/**
	 * Make the bytes and give them away.
	 * @throws IOException never
	 */
	@Benchmark
	@OperationsPerInvocation(SPANS)
	public void encode() throws IOException {
		if (this.exporter.equals("ours")) {
			ProtoBuffer message = this.ours.encode(this.spans);
			this.sink.write(message.array(), 0, message.length());
		}
		else {
			this.sdk.initialize(this.spans);
			this.sdk.writeBinaryTo(this.sink);
			this.sdk.reset();
		}
	}

	private static void span(Tracer tracer, int number) {
		tracer.spanBuilder("GET /api/v1/sessions/{id}")
			.setSpanKind(SpanKind.SERVER)
			.setAllAttributes(ATTRIBUTES)
			.setAttribute(PATH, "/api/v1/sessions/session_" + number)
			.setAttribute(PORT, 40_000L + number)
			.setAttribute(TRACKING_ID, "%032x".formatted(number + 1))
			.startSpan()
			.end();
	}

	/**
	 * Keeps what is exported.
	 *
	 * @param spans where
	 */
	private record Collecting(List<SpanData> spans) implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			this.spans.addAll(spans);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

	}

}
