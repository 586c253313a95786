// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TrackingId}.
 */
class TrackingIdTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	@Test
	void isNullWhereNoTraceIsActive() {
		assertThat(TrackingId.current()).isNull();
	}

	@Test
	void isTheTraceIdOfTheCurrentSpan() {
		try (Scope scope = context(TraceFlags.getSampled()).makeCurrent()) {
			assertThat(TrackingId.current()).isEqualTo(TRACE_ID);
		}
	}

	@Test
	void isThereForUnsampledTraces() {
		assertThat(TrackingId.from(context(TraceFlags.getDefault()))).isEqualTo(TRACE_ID);
	}

	private static Context context(TraceFlags flags) {
		return Context.root()
			.with(Span.wrap(SpanContext.create(TRACE_ID, "b7ad6b7169203331", flags, TraceState.getDefault())));
	}

}
