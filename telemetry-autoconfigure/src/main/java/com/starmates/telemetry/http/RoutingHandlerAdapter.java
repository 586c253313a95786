// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.reactive.DispatchExceptionHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells an exchange its route as soon as Spring WebFlux has found a handler, and leaves
 * the handler to the adapters that would have had it.
 *
 * @since 1.0.0
 */
public final class RoutingHandlerAdapter implements HandlerAdapter, Ordered {

	private final Supplier<List<HandlerAdapter>> adapters;

	/**
	 * Create an adapter.
	 * @param adapters returns the other adapters in their order; asked when the first
	 * request is there
	 */
	public RoutingHandlerAdapter(Supplier<List<HandlerAdapter>> adapters) {
		this.adapters = adapters;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supports(Object handler) {
		for (HandlerAdapter adapter : this.adapters.get()) {
			if (adapter.supports(handler)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public Mono<HandlerResult> handle(ServerWebExchange webExchange, Object handler) {
		ReactiveExchange exchange = TrackedHttpResponse.exchangeOf(webExchange.getResponse());
		if (exchange != null) {
			exchange.routed(webExchange, handler);
		}
		for (HandlerAdapter adapter : this.adapters.get()) {
			if (adapter.supports(handler)) {
				return handle(adapter, webExchange, handler);
			}
		}
		return Mono.error(() -> new IllegalStateException("No handler adapter supports " + handler));
	}

	/** As Spring's dispatcher, which asks no adapter but the first. */
	private static Mono<HandlerResult> handle(HandlerAdapter adapter, ServerWebExchange webExchange, Object handler) {
		Mono<HandlerResult> result = adapter.handle(webExchange, handler);
		return (adapter instanceof DispatchExceptionHandler exceptions)
				? result.onErrorResume((exception) -> exceptions.handleError(webExchange, exception)) : result;
	}

}
