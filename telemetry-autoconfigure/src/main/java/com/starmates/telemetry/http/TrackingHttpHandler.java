// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import com.starmates.telemetry.tracking.ReactorPropagation;
import io.opentelemetry.context.Scope;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Takes every HTTP exchange of a reactive server from its beginning to its end. It stands
 * outside Spring WebFlux, whose filters do not see what its error handlers answer.
 *
 * @since 1.0.0
 */
public final class TrackingHttpHandler implements HttpHandler {

	private final HttpHandler delegate;

	private final ServerExchanges exchanges;

	private final boolean observed;

	private final WebFluxRoutes routes = new WebFluxRoutes();

	/**
	 * Create a handler.
	 * @param delegate what answers the requests
	 * @param exchanges where exchanges begin
	 * @param observed whether Spring observes the requests itself; exchanges then begin
	 * in the {@link TrackingWebFilter}, where there is a span to adopt
	 */
	public TrackingHttpHandler(HttpHandler delegate, ServerExchanges exchanges, boolean observed) {
		this.delegate = delegate;
		this.exchanges = exchanges;
		this.observed = observed;
	}

	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		ReactiveExchange exchange = new ReactiveExchange(this.routes, response);
		if (this.observed) {
			exchange.response().beforeCommit(() -> beginAtLast(exchange, request));
		}
		else {
			exchange.begin(this.exchanges, request);
		}
		Mono<Void> handled = handle(request, exchange).doOnError(exchange::unanswered)
			.doOnTerminate(exchange::end)
			.doOnCancel(() -> cancelled(exchange));
		ServerExchange begun = exchange.exchange();
		return (begun != null) ? handled.contextWrite(ReactorPropagation.of(begun.context())) : handled;
	}

	/** What is answered outside our filter has an exchange too. */
	private Mono<Void> beginAtLast(ReactiveExchange exchange, ServerHttpRequest request) {
		return Mono.deferContextual((context) -> {
			ObservedExchanges.begin(exchange, this.exchanges, request, context);
			return Mono.empty();
		});
	}

	private Mono<Void> handle(ServerHttpRequest request, ReactiveExchange exchange) {
		ServerExchange begun = exchange.exchange();
		try (Scope scope = (begun != null) ? begun.makeCurrent() : Scope.noop()) {
			return this.delegate.handle(request, exchange.response());
		}
		catch (Throwable ex) {
			exchange.unanswered(ex);
			exchange.end();
			throw ex;
		}
	}

	private static void cancelled(ReactiveExchange exchange) {
		exchange.failed(new CallerDisconnectedException());
		exchange.end();
	}

}
