// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.starmates.telemetry.ai.ModelCallMeters;
import com.starmates.telemetry.ai.ModelCalls;
import com.starmates.telemetry.ai.ModelOperation;
import com.starmates.telemetry.ai.PriceTable;
import com.starmates.telemetry.business.BusinessOperations;
import com.starmates.telemetry.cardinality.CardinalityBudgets;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link LenientSpans}, where work of the application is inside of them. */
class LenientSpansTests {

	private static final SpanContext REQUEST = SpanContext.create("0af7651916cd43dd8448eb211c80319c",
			"b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final GuardedMeters meters = new GuardedMeters(this.registry, CardinalityBudgets.STANDARD);

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void operationIsDoneInTheTraceOfItsCaller(boolean atStart) {
		BusinessOperations operations = new BusinessOperations(this.meters, failing(atStart), Masker.standard());
		AtomicReference<String> trace = new AtomicReference<>();
		try (Scope request = Context.root().with(Span.wrap(REQUEST)).makeCurrent()) {
			String result = operations.named("onboarding", "account").run((run) -> run.step("account", (step) -> {
				trace.set(TrackingId.current());
				return "done";
			}));
			assertThat(result).isEqualTo("done");
			assertThat(Span.current().getSpanContext()).isEqualTo(REQUEST);
		}
		assertThat(trace).hasValue(REQUEST.getTraceId());
		assertThat(this.registry.get("onboarding.success").counter().count()).isOne();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void modelIsCalled(boolean atStart) {
		ModelCalls calls = new ModelCalls(failing(atStart), new ModelCallMeters(this.meters, null),
				new PriceTable(List.of(), Clock.systemUTC()), Masker.standard());
		assertThat(calls.<String, RuntimeException>call(ModelOperation.CHAT, "anthropic", "claude", (call) -> "answer"))
			.isEqualTo("answer");
		assertThat(this.registry.get("ai.requests").counter().count()).isOne();
	}

	private static OpenTelemetry failing(boolean atStart) {
		return OpenTelemetrySdk.builder()
			.setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(new FailingProcessor(atStart)).build())
			.build();
	}

	/**
	 * A processor that throws.
	 *
	 * @param atStart when: at the start of a span, or at its end
	 */
	private record FailingProcessor(boolean atStart) implements SpanProcessor {

		@Override
		public void onStart(Context parent, ReadWriteSpan span) {
			throw new IllegalStateException("start of " + span.getName());
		}

		@Override
		public boolean isStartRequired() {
			return this.atStart;
		}

		@Override
		public void onEnd(ReadableSpan span) {
			throw new IllegalStateException("end of " + span.getName());
		}

		@Override
		public boolean isEndRequired() {
			return !this.atStart;
		}

	}

}
