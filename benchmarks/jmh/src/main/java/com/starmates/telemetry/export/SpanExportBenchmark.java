// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.starmates.benchmark.jmh.AbstractBenchmark;
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
			.setAttribute("http.request.method", "GET")
			.setAttribute("url.scheme", "http")
			.setAttribute("url.path", "/api/v1/sessions/session_" + number)
			.setAttribute("server.address", "localhost")
			.setAttribute("server.port", 8080L)
			.setAttribute("client.address", "127.0.0.1")
			.setAttribute("network.peer.address", "127.0.0.1")
			.setAttribute("network.peer.port", 40_000L + number)
			.setAttribute("network.protocol.version", "1.1")
			.setAttribute("user_agent.original", "benchmark/1.0")
			.setAttribute("http.route", "/api/v1/sessions/{id}")
			.setAttribute("http.response.status_code", 200L)
			.setAttribute("request.size", 0L)
			.setAttribute("response.size", 56L)
			.setAttribute("tracking.id", "0af7651916cd43dd8448eb211c80319c")
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
