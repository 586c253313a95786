// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.error.SpanExceptions;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.Inbound;
import com.starmates.telemetry.tracking.ScopedTracer;
import com.starmates.telemetry.tracking.TrackingId;
import com.starmates.telemetry.tracking.TrackingPolicy;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Starts, describes and ends server spans.
 */
final class ServerSpans {

	private final TextMapPropagator propagator;

	private final Tracer tracer;

	private final TrackingPolicy policy;

	private final Masker masker;

	private final SpanExceptions exceptions;

	private final SpanNames names = new SpanNames();

	ServerSpans(OpenTelemetry openTelemetry, TrackingPolicy policy, Masker masker) {
		this.policy = policy;
		this.masker = masker;
		this.exceptions = new SpanExceptions(masker);
		this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
		this.tracer = ScopedTracer.of(openTelemetry, ServerSpans.class);
	}

	/** Start a span for a request, and return the context that carries it. */
	Context start(Context current, ServerRequest request, RequestFacts facts) {
		HttpMethod method = HttpMethod.of(facts.method());
		Context parent = parent(current, request);
		SpanBuilder span = this.tracer.spanBuilder(method.spanName()).setSpanKind(SpanKind.SERVER).setParent(parent);
		span.setAttribute(ServerSpanAttributes.REQUEST_METHOD, method.label());
		if (method == HttpMethod.OTHER) {
			span.setAttribute(ServerSpanAttributes.REQUEST_METHOD_ORIGINAL, facts.method());
		}
		describeUrl(span, request, facts);
		set(span, ServerSpanAttributes.CLIENT_ADDRESS, facts.clientAddress());
		set(span, ServerSpanAttributes.PROTOCOL_VERSION, request.protocolVersion());
		set(span, ServerSpanAttributes.USER_AGENT, facts.userAgent());
		describeEnds(span, request);
		describeCaller(span, current, request);
		return parent.with(span.startSpan());
	}

	/**
	 * Return a context whose id the caller is told, but whose spans nobody records: that
	 * of the span that is current, else the caller's, else a new one.
	 */
	Context startQuietly(Context current, ServerRequest request) {
		Context parent = (TrackingId.from(current) != null) ? current : parent(current, request);
		IdGenerator ids = IdGenerator.random();
		String known = TrackingId.from(parent);
		String traceId = (known != null) ? known : ids.generateTraceId();
		Span unsampled = Span
			.wrap(SpanContext.create(traceId, ids.generateSpanId(), TraceFlags.getDefault(), TraceState.getDefault()));
		return QuietSampler.quiet(parent).with(unsampled);
	}

	private Context parent(Context current, ServerRequest request) {
		return (this.policy.inbound() == Inbound.CONTINUE) ? callers(current, request) : current;
	}

	private Context callers(Context current, ServerRequest request) {
		return this.propagator.extract(current, request, RequestHeaderGetter.INSTANCE);
	}

	private void describeUrl(SpanBuilder span, ServerRequest request, RequestFacts facts) {
		span.setAttribute(ServerSpanAttributes.URL_PATH, this.masker.mask(facts.path()));
		span.setAttribute(ServerSpanAttributes.URL_SCHEME, request.scheme());
		String query = request.query();
		if (query != null) {
			span.setAttribute(ServerSpanAttributes.URL_QUERY, UrlQuery.redacted(query, this.masker));
		}
	}

	private static void describeEnds(SpanBuilder span, ServerRequest request) {
		set(span, ServerSpanAttributes.SERVER_ADDRESS, ServerSpanAttributes.SERVER_PORT, request.server());
		set(span, ServerSpanAttributes.PEER_ADDRESS, ServerSpanAttributes.PEER_PORT, request.peer());
	}

	private void describeCaller(SpanBuilder span, Context current, ServerRequest request) {
		if (this.policy.inbound() == Inbound.RESTART) {
			span.addLink(Span.fromContext(callers(current, request)).getSpanContext());
		}
		String inboundId = (this.policy.headerName() != null) ? request.header(this.policy.headerName()) : null;
		if (TraceId.isValid(inboundId)) {
			span.setAttribute(ServerSpanAttributes.INBOUND_ID, inboundId);
		}
	}

	void end(ServerExchange exchange) {
		Span span = exchange.span();
		try {
			if (span.isRecording()) {
				describe(span, exchange);
			}
		}
		finally {
			if (exchange.role() == ServerExchanges.Role.STARTED) {
				span.end();
			}
		}
	}

	private void describe(Span span, ServerExchange exchange) {
		if (exchange.role() == ServerExchanges.Role.STARTED) {
			describeResponse(span, exchange);
			describeError(span, exchange);
		}
		describeWork(span, TelemetryContext.from(exchange.context()));
		setSize(span, ServerSpanAttributes.REQUEST_SIZE, exchange.request().size());
		setSize(span, ServerSpanAttributes.RESPONSE_SIZE, exchange.responseSize());
	}

	private void describeResponse(Span span, ServerExchange exchange) {
		span.setAttribute(ServerSpanAttributes.RESPONSE_STATUS_CODE, (long) exchange.status());
		String route = exchange.route();
		if (route != null) {
			span.setAttribute(ServerSpanAttributes.ROUTE, route);
			span.updateName(this.names.of(exchange.method(), route));
		}
	}

	private static void describeWork(Span span, TelemetryContext work) {
		if (!work.isEmpty()) {
			set(span, ServerSpanAttributes.USER_ID, work.userId());
			set(span, ServerSpanAttributes.SESSION_ID, work.sessionId());
			set(span, ServerSpanAttributes.OPERATION_NAME, work.operationName());
		}
	}

	private void describeError(Span span, ServerExchange exchange) {
		String errorType = exchange.errorType();
		if (errorType == null || (exchange.status() >= 400 && exchange.status() < 500)) {
			return;
		}
		span.setAttribute(ServerSpanAttributes.ERROR_TYPE, errorType);
		span.setStatus(StatusCode.ERROR);
		Throwable error = exchange.error();
		if (error != null) {
			this.exceptions.record(span, error);
		}
	}

	private static void set(SpanBuilder span, AttributeKey<String> key, @Nullable String value) {
		if (value != null) {
			span.setAttribute(key, value);
		}
	}

	private static void set(Span span, AttributeKey<String> key, @Nullable String value) {
		if (value != null) {
			span.setAttribute(key, value);
		}
	}

	private static void set(SpanBuilder span, AttributeKey<String> address, AttributeKey<Long> port,
			@Nullable HostAndPort end) {
		if (end != null) {
			span.setAttribute(address, end.host());
			span.setAttribute(port, (long) end.port());
		}
	}

	private static void setSize(Span span, AttributeKey<Long> key, long size) {
		if (size >= 0) {
			span.setAttribute(key, size);
		}
	}

}
