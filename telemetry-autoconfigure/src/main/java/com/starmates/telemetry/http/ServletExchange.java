// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.util.function.BooleanSupplier;

import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
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

	private final BooleanSupplier errorPages;

	private TrackedResponse response;

	private boolean listening;

	/** An error page answers; its route is not what was asked for. */
	private boolean onErrorPage;

	/** The application writes to the server's own response, where nobody counts. */
	private boolean unseen;

	/** What is known of a failed request while it waits for its error page. */
	private @Nullable Outcome outcome;

	ServletExchange(ServerExchange exchange, MvcRoutes routes, TrackedResponse response, BooleanSupplier errorPages) {
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
		if (this.response.header() != null) {
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

	/**
	 * A handler takes the request, or answers for it after a failure; who forwarded it to
	 * the error page may have reset a response that was not ours.
	 */
	void routed(HttpServletRequest request, HttpServletResponse response) {
		if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null) {
			this.routes.beforeHandler(request, this.exchange);
			return;
		}
		this.onErrorPage = true;
		TrackedResponse.write(this.response.header(), response);
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
			this.exchange.failed(rootCause(failure));
		}
	}

	/**
	 * The application turned an exception into a response, unless one is already on its
	 * way: that is cut off.
	 */
	void handled(Exception exception) {
		if (this.response.isBroken() || this.response.isCommitted()) {
			this.exchange.failed(exception);
		}
		else {
			this.exchange.handled(exception);
		}
	}

	/** What was known of the response may have changed. */
	void askResponse() {
		this.outcome = outcome(null);
	}

	/** The request is over. */
	void endWithoutErrorPage() {
		if (this.outcome != null) {
			try (Scope scope = this.exchange.makeCurrent()) {
				this.outcome.end(this.exchange);
			}
		}
	}

	/** Tomcat says so and only then goes to the error page, whose size is yet to come. */
	@Override
	public void onComplete(AsyncEvent event) {
		this.unseen = this.unseen || this.response.isErrorSent();
		try (Scope scope = this.exchange.makeCurrent()) {
			end(null);
		}
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		// the application answers, or the container does, and then completes
	}

	/** Jetty may say no more of a response that is on its way. */
	@Override
	public void onError(AsyncEvent event) {
		Throwable failure = event.getThrowable();
		this.exchange.failed((failure != null) ? rootCause(failure) : null);
		if (this.response.isCommitted()) {
			onComplete(event);
		}
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

	private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean first)
			throws IOException, ServletException {
		boolean outermost = Context.current() == Context.root();
		Scope scope = this.exchange.makeCurrent();
		boolean pending = false;
		try {
			if (first) {
				this.exchange.started();
			}
			chain.doFilter(request, response);
			pending = passed(request, null);
		}
		catch (Throwable ex) {
			pending = passed(request, ex);
			throw ex;
		}
		finally {
			if (pending) {
				PendingErrorPage.await(this, outermost ? scope : Scope.noop());
			}
			if (!pending || !outermost) {
				scope.close();
			}
		}
	}

	/** Return whether the exchange goes on to an error page, on the same thread. */
	private boolean passed(HttpServletRequest request, @Nullable Throwable failure) {
		boolean errorPass = (request.getDispatcherType() == DispatcherType.ERROR);
		if (!errorPass && !this.onErrorPage) {
			this.routes.afterPass(request, this.exchange, this.response.getStatus());
		}
		if (failure != null) {
			this.exchange.failed(rootCause(failure));
		}
		else if (!request.isAsyncStarted() && this.response.isCutOff()) {
			this.exchange.failed(new CallerDisconnectedException());
		}
		if (isLastPass(request.isAsyncStarted(), errorPass, failure)) {
			end(failure);
			return false;
		}
		if (request.isAsyncStarted()) {
			listen(request.getAsyncContext());
			return false;
		}
		if (!this.listening) {
			this.outcome = outcome(failure);
		}
		return this.outcome != null;
	}

	/** What was asynchronous before its error page is over with that. */
	private boolean isLastPass(boolean asyncStarted, boolean errorPass, @Nullable Throwable failure) {
		if (errorPass) {
			return this.listening || !asyncStarted;
		}
		boolean errorPassAhead = isErrorPassAhead(failure);
		return (failure != null) ? !errorPassAhead : !(asyncStarted || this.listening || errorPassAhead);
	}

	private void listen(AsyncContext async) {
		this.unseen = async.hasOriginalRequestAndResponse();
		if (!this.listening) {
			this.listening = true;
			async.addListener(this);
		}
	}

	/** Servers send no error page to a caller that has gone. */
	private boolean isErrorPassAhead(@Nullable Throwable failure) {
		return (this.response.isErrorSent() || isInternalError(failure)) && this.errorPages.getAsBoolean();
	}

	private boolean isInternalError(@Nullable Throwable failure) {
		return failure != null && !this.response.isCommitted() && !this.response.isBroken();
	}

	private void end(@Nullable Throwable failure) {
		outcome(failure).end(this.exchange);
	}

	private Outcome outcome(@Nullable Throwable failure) {
		int status = isInternalError(failure) ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR
				: this.response.getStatus();
		return new Outcome(status, this.unseen ? -1 : this.response.size(), this.response.getContentType(),
				System.nanoTime());
	}

	private static Throwable rootCause(Throwable failure) {
		Throwable cause = failure;
		while (cause instanceof ServletException && cause.getCause() != null) {
			cause = cause.getCause();
		}
		return cause;
	}

	private record Outcome(int status, long size, @Nullable String contentType, long nanoTime) {

		void end(ServerExchange exchange) {
			exchange.end(this.status, this.size, this.contentType, this.nanoTime);
		}

	}

}
