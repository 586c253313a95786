// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Knows when an exchange is over on a reactive server: when the server's handler is done,
 * whatever has become of it, or when the caller has gone.
 */
final class ReactiveExchange {

	private static final Logger logger = LoggerFactory.getLogger(ReactiveExchange.class);

	private final WebFluxRoutes routes;

	private final TrackedHttpResponse response;

	private @Nullable ServerExchange exchange;

	private @Nullable ServerWebExchange webExchange;

	private boolean upgrade;

	private int statusWhenGone;

	private boolean unanswered;

	ReactiveExchange(WebFluxRoutes routes, ServerHttpResponse response) {
		this.routes = routes;
		this.response = TrackedHttpResponse.of(response, this);
	}

	TrackedHttpResponse response() {
		return this.response;
	}

	@Nullable ServerExchange exchange() {
		return this.exchange;
	}

	/** Samplers, span processors and propagators may be the application's own. */
	void begin(ServerExchanges exchanges, ServerHttpRequest request) {
		try {
			tryBegin(exchanges, request);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Exchange cannot begin; its request is served all the same", ex);
		}
	}

	/** With what is current; the header is told before anything can answer. */
	private void tryBegin(ServerExchanges exchanges, ServerHttpRequest request) {
		ServerExchange begun = exchanges.begin(new ReactiveServerRequest(request));
		this.exchange = begun;
		this.upgrade = "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
		this.response.tell(TrackingHeader.of(exchanges.policy().headerName(), begun,
				request.getHeaders().getFirst(TrackingHeader.ORIGIN)));
		try (Scope scope = begun.makeCurrent()) {
			begun.started();
		}
	}

	/** Spring WebFlux has taken the request. */
	void dispatched(ServerWebExchange webExchange) {
		this.webExchange = webExchange;
	}

	void routed(ServerWebExchange webExchange, Object handler) {
		if (this.exchange != null) {
			try (Scope scope = this.exchange.makeCurrent()) {
				this.routes.beforeHandler(webExchange, handler, this.exchange);
			}
		}
	}

	/**
	 * Nobody turns an exception into a response that is already on its way, nor into one
	 * that nobody waits for; the status that is set then is an error of nobody's.
	 */
	void handled(Throwable exception) {
		if (this.response.isCommitted()) {
			failed(exception);
		}
		else if (DisconnectedClientHelper.isClientDisconnectedException(exception) && this.response.isGone()) {
			this.statusWhenGone = status();
			failed(exception);
		}
		else if (this.exchange != null) {
			this.exchange.handled(exception);
		}
	}

	void failed(Throwable exception) {
		if (this.exchange != null) {
			this.exchange.failed(exception);
		}
	}

	/**
	 * Nobody has turned an exception into a response. The server does, or hangs up.
	 */
	void unanswered(Throwable exception) {
		this.unanswered = !this.response.isCommitted() && !this.response.isGone();
		failed(exception);
	}

	/**
	 * Return whether the connection turns to another protocol, unless that is refused.
	 */
	boolean isUpgrade() {
		return this.upgrade && status() < 400;
	}

	/** What follows is no exchange of HTTP any more. */
	void upgraded() {
		end(HttpStatus.SWITCHING_PROTOCOLS.value());
	}

	void end() {
		if (this.exchange != null && this.exchange.error() == null && this.response.isCutOff()) {
			this.exchange.failed(new CallerDisconnectedException());
		}
		end((this.statusWhenGone != 0) ? this.statusWhenGone : status());
	}

	private void end(int status) {
		if (this.exchange != null) {
			try (Scope scope = this.exchange.makeCurrent()) {
				end(this.exchange, status);
			}
		}
	}

	private int status() {
		if (this.unanswered) {
			return HttpStatus.INTERNAL_SERVER_ERROR.value();
		}
		HttpStatusCode statusCode = this.response.getStatusCode();
		return (statusCode != null) ? statusCode.value() : HttpStatus.OK.value();
	}

	private void end(ServerExchange exchange, int status) {
		if (this.webExchange != null) {
			this.routes.atEnd(this.webExchange, exchange, status);
		}
		exchange.end(status, this.response.size(), contentType(this.response.getHeaders()), System.nanoTime());
	}

	private static @Nullable String contentType(HttpHeaders headers) {
		return headers.getFirst(HttpHeaders.CONTENT_TYPE);
	}

}
