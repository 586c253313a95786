// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import com.starmates.telemetry.tracking.ReactorPropagation;
import com.starmates.telemetry.tracking.TrackingId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Tells an exchange what only Spring WebFlux knows: its attributes, and the exception
 * that an error handler turns into a response. Handles none itself. Where Spring observes
 * requests, the exchange begins here, so that it adopts Spring's span.
 *
 * @since 1.0.0
 */
public final class TrackingWebFilter implements WebFilter, WebExceptionHandler, Ordered {

	private final ServerExchanges exchanges;

	/**
	 * Create a filter.
	 * @param exchanges where exchanges begin
	 */
	public TrackingWebFilter(ServerExchanges exchanges) {
		this.exchanges = exchanges;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange webExchange, WebFilterChain chain) {
		ReactiveExchange exchange = TrackedHttpResponse.exchangeOf(webExchange.getResponse());
		if (exchange == null) {
			return chain.filter(webExchange);
		}
		exchange.dispatched(webExchange);
		if (exchange.exchange() != null) {
			tell(webExchange, exchange.exchange());
			return chain.filter(webExchange);
		}
		return Mono.deferContextual((context) -> {
			ObservedExchanges.begin(exchange, this.exchanges, webExchange.getRequest(), context);
			tell(webExchange, exchange.exchange());
			return follow(exchange.exchange(), chain.filter(webExchange));
		});
	}

	@Override
	public Mono<Void> handle(ServerWebExchange webExchange, Throwable exception) {
		ReactiveExchange exchange = TrackedHttpResponse.exchangeOf(webExchange.getResponse());
		if (exchange != null) {
			exchange.handled(exception);
		}
		return Mono.error(exception);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	/** Spring may have observed nothing, or what it observes may have no span. */
	private static Mono<Void> follow(@Nullable ServerExchange exchange, Mono<Void> filtered) {
		return (exchange != null) ? filtered.contextWrite(ReactorPropagation.of(exchange.context())) : filtered;
	}

	private void tell(ServerWebExchange webExchange, @Nullable ServerExchange exchange) {
		if (exchange != null && this.exchanges.policy().headerName() != null && exchange.trackingId() != null) {
			webExchange.getAttributes().put(TrackingId.NAME, exchange.trackingId());
		}
	}

}
