// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.TrackingId;
import com.starmates.telemetry.tracking.TrackingPolicy;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins HTTP exchanges and hands them to their recorders. A span that is already current
 * (the OpenTelemetry agent's, or that of Spring's own observation) is adopted; else one
 * is started.
 *
 * @since 1.0.0
 */
public final class ServerExchanges {

	private static final Logger logger = LoggerFactory.getLogger(ServerExchanges.class);

	private final ServerSpans spans;

	private final TrackingPolicy policy;

	private final ExcludedPaths excludedPaths;

	private final ExchangeRecorder[] recorders;

	private final List<String> headers;

	/**
	 * Create the exchanges of one server.
	 * @param openTelemetry where spans go
	 * @param policy what callers are told, and what they may decide
	 * @param masker what spans must not tell
	 * @param excludedPaths paths that get a tracking id and nothing else
	 * @param recorders what to record of each exchange, in this order
	 */
	public ServerExchanges(OpenTelemetry openTelemetry, TrackingPolicy policy, Masker masker,
			ExcludedPaths excludedPaths, Collection<? extends ExchangeRecorder> recorders) {
		this.spans = new ServerSpans(openTelemetry, policy, masker);
		this.policy = policy;
		this.excludedPaths = excludedPaths;
		this.recorders = recorders.toArray(ExchangeRecorder[]::new);
		this.headers = recorders.stream().flatMap((recorder) -> recorder.headers().stream()).distinct().toList();
	}

	/** Begin an exchange; its start is recorded by {@link #started}. */
	ServerExchange begin(ServerRequest request) {
		RequestFacts facts = RequestFacts.of(request, this.headers);
		Context current = Context.current();
		if (this.excludedPaths.contains(facts.path(), request.contextPath().length())) {
			return begin(facts, this.spans.startQuietly(current, request), Role.QUIET);
		}
		return (TrackingId.from(current) != null) ? begin(facts, current, Role.ADOPTED)
				: begin(facts, this.spans.start(current, request, facts), Role.STARTED);
	}

	private ServerExchange begin(RequestFacts facts, Context context, Role role) {
		Context prepared = TelemetryContext.begin(context);
		return new ServerExchange(this, facts, (role != Role.QUIET) ? prepare(prepared) : prepared, role);
	}

	private Context prepare(Context context) {
		Context prepared = context;
		for (ExchangeRecorder recorder : this.recorders) {
			try {
				prepared = Objects.requireNonNull(recorder.prepare(prepared));
			}
			catch (VirtualMachineError ex) {
				throw ex;
			}
			catch (Throwable ex) {
				logger.debug("Recorder {} failed", recorder, ex);
			}
		}
		return prepared;
	}

	TrackingPolicy policy() {
		return this.policy;
	}

	void started(ServerExchange exchange) {
		record(exchange, ExchangeRecorder::started);
	}

	void routed(ServerExchange exchange) {
		record(exchange, ExchangeRecorder::routed);
	}

	void ended(ServerExchange exchange) {
		record(exchange, ExchangeRecorder::ended);
		try {
			this.spans.end(exchange);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Server span cannot be described", ex);
		}
	}

	private void record(ServerExchange exchange, BiConsumer<ExchangeRecorder, ServerExchange> step) {
		if (exchange.role() == Role.QUIET) {
			return;
		}
		for (ExchangeRecorder recorder : this.recorders) {
			try {
				step.accept(recorder, exchange);
			}
			catch (VirtualMachineError ex) {
				throw ex;
			}
			catch (Throwable ex) {
				logger.debug("Recorder {} failed", recorder, ex);
			}
		}
	}

	/** How an exchange stands to the span of its context. */
	enum Role {

		/** It started the span, and ends it. */
		STARTED,

		/** Somebody else started the span, and ends it. */
		ADOPTED,

		/** Its path is excluded: there is an id, but nothing is recorded. */
		QUIET

	}

}
