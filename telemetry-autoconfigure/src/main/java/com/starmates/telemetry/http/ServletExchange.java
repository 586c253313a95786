// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;

import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.context.Scope;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Knows when an exchange is over in a servlet container: after its only pass; or, if it
 * failed, after the pass through the error page, which has its real status; or, if it
 * went asynchronous, when the container says so.
 */
final class ServletExchange implements AsyncListener {

	private static final String ATTRIBUTE = ServletExchange.class.getName();

	private final ServerExchange exchange;

	private final MvcRoutes routes;

	private final boolean errorPages;

	private TrackedResponse response;

	private boolean listening;

	ServletExchange(ServerExchange exchange, MvcRoutes routes, TrackedResponse response, boolean errorPages) {
		this.exchange = exchange;
		this.routes = routes;
		this.response = response;
		this.errorPages = errorPages;
	}

	static @Nullable ServletExchange of(HttpServletRequest request) {
		return (ServletExchange) request.getAttribute(ATTRIBUTE);
	}

	void first(HttpServletRequest request, FilterChain chain) throws IOException, ServletException {
		request.setAttribute(ATTRIBUTE, this);
		if (this.response.header().name() != null) {
			request.setAttribute(TrackingId.NAME, this.exchange.trackingId());
		}
		pass(request, this.response, chain, true);
	}

	void next(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		TrackedResponse tracked = TrackedResponse.find(response);
		this.response = (tracked != null) ? tracked : new TrackedResponse(response, this.response.header());
		pass(request, (tracked != null) ? response : this.response, chain, false);
	}

	void routed(HttpServletRequest request) {
		this.routes.beforeHandler(request, this.exchange);
	}

	void handled(Exception exception) {
		this.exchange.handled(exception);
	}

	@Override
	public void onComplete(AsyncEvent event) {
		try (Scope scope = this.exchange.makeCurrent()) {
			end(null);
		}
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		// the application answers, or the container does, and then completes
	}

	@Override
	public void onError(AsyncEvent event) {
		this.exchange.failed(event.getThrowable());
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

	private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean first)
			throws IOException, ServletException {
		Scope scope = this.exchange.makeCurrent();
		boolean pending = false;
		try {
			if (first) {
				this.exchange.started();
			}
			chain.doFilter(request, response);
			passed(request, null);
		}
		catch (Throwable ex) {
			passed(request, ex);
			pending = isErrorPassAhead(ex);
			throw ex;
		}
		finally {
			if (pending) {
				PendingScope.keep(scope);
			}
			else {
				scope.close();
			}
		}
	}

	private void passed(HttpServletRequest request, @Nullable Throwable failure) {
		boolean errorPass = (request.getDispatcherType() == DispatcherType.ERROR);
		if (!errorPass) {
			this.routes.afterPass(request, this.exchange, this.response.getStatus());
		}
		if (failure != null) {
			this.exchange.failed(rootCause(failure));
		}
		if (request.isAsyncStarted()) {
			listen(request);
		}
		else if (errorPass || !(this.listening || isErrorPassAhead(failure))) {
			end(failure);
		}
	}

	private void listen(HttpServletRequest request) {
		if (!this.listening) {
			this.listening = true;
			request.getAsyncContext().addListener(this);
		}
	}

	private boolean isErrorPassAhead(@Nullable Throwable failure) {
		return this.errorPages && (this.response.isErrorSent() || (failure != null && !this.response.isCommitted()));
	}

	private void end(@Nullable Throwable failure) {
		int status = (failure != null && !this.response.isCommitted()) ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
				: this.response.getStatus();
		this.exchange.end(status, this.response.size(), this.response.getContentType());
	}

	private static Throwable rootCause(Throwable failure) {
		Throwable cause = failure;
		while (cause instanceof ServletException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

}
