// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.micrometer.registry.otlp.OtlpExemplarContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExchangeExemplars}.
 */
class ExchangeExemplarsTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN_ID = "b7ad6b7169203331";

	@AfterEach
	void resume() {
		ExemplarPace.resume();
	}

	@Test
	void showASampledSpan() {
		OtlpExemplarContext exemplar = exemplar(TraceFlags.getSampled());
		assertThat(exemplar).isNotNull();
		assertThat(exemplar.getTraceId()).isEqualTo(TRACE_ID);
		assertThat(exemplar.getSpanId()).isEqualTo(SPAN_ID);
	}

	@Test
	void showNoSpanThatIsNotSampled() {
		assertThat(exemplar(TraceFlags.getDefault())).isNull();
		assertThat(new ExchangeExemplars().getExemplarContext()).isNull();
	}

	@Test
	void showNoSpanWhilePaused() {
		ExemplarPace pace = new ExemplarPace(1e-3);
		long now = System.nanoTime();
		pace.pauseUnlessDue(0, now);
		assertThat(exemplar(TraceFlags.getSampled())).isNotNull();
		pace.pauseUnlessDue(0, now);
		assertThat(exemplar(TraceFlags.getSampled())).isNull();
	}

	private static @Nullable OtlpExemplarContext exemplar(TraceFlags flags) {
		SpanContext span = SpanContext.create(TRACE_ID, SPAN_ID, flags, TraceState.getDefault());
		try (Scope scope = Span.wrap(span).makeCurrent()) {
			return new ExchangeExemplars().getExemplarContext();
		}
	}

}
