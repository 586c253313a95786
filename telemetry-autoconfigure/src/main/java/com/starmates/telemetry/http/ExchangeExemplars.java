// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.micrometer.registry.otlp.ExemplarContextProvider;
import io.micrometer.registry.otlp.OtlpExemplarContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells the meters that are pushed which sampled trace a measurement belongs to. The
 * registry for OTLP would make an exemplar of every measurement and keep the last: of
 * exchanges, it gets no more than {@link ExemplarPace} lets pass.
 *
 * @since 1.0.0
 */
public final class ExchangeExemplars implements ExemplarContextProvider {

	@Override
	public @Nullable OtlpExemplarContext getExemplarContext() {
		if (ExemplarPace.isPaused()) {
			return null;
		}
		SpanContext span = Span.current().getSpanContext();
		return (span.isValid() && span.isSampled()) ? new OtlpExemplarContext(span.getTraceId(), span.getSpanId())
				: null;
	}

}
