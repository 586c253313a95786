// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.util.function.BooleanSupplier;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every HTTP exchange through its passes. It must run for REQUEST, ASYNC and ERROR
 * dispatches, outside everything that may answer a request.
 *
 * @since 1.0.0
 */
public final class TrackingFilter implements Filter {

	private static final Logger logger = LoggerFactory.getLogger(TrackingFilter.class);

	private final ServerExchanges exchanges;

	private final BooleanSupplier errorPages;

	private final MvcRoutes routes = new MvcRoutes();

	/**
	 * Create a filter.
	 * @param exchanges where exchanges begin
	 * @param errorPages tells whether the server dispatches failed requests to an error
	 * page; an exchange that failed ends there
	 */
	public TrackingFilter(ServerExchanges exchanges, BooleanSupplier errorPages) {
		this.exchanges = exchanges;
		this.errorPages = errorPages;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
			ServletExchange exchange = ServletExchange.of(httpRequest);
			PendingErrorPage.turnTo(exchange);
			if (exchange != null) {
				exchange.next(httpRequest, httpResponse, chain);
			}
			else {
				begin(httpRequest, httpResponse, chain);
			}
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private void begin(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		ServletExchange exchange = begin(request, response);
		if (exchange != null) {
			exchange.first(request, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** Samplers, span processors and propagators may be the application's own. */
	private @Nullable ServletExchange begin(HttpServletRequest request, HttpServletResponse response) {
		try {
			return tryBegin(request, response);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Exchange cannot begin; its request is served all the same", ex);
			return null;
		}
	}

	private ServletExchange tryBegin(HttpServletRequest request, HttpServletResponse response) {
		ServerExchange exchange = this.exchanges.begin(new ServletServerRequest(request));
		@Nullable TrackingHeader header = TrackingHeader.of(this.exchanges.policy().headerName(), exchange,
				request.getHeader(TrackingHeader.ORIGIN));
		return new ServletExchange(exchange, this.routes, new TrackedResponse(response, header), this.errorPages);
	}

}
