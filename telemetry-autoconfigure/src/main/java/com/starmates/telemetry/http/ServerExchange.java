// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.LongAdder;

import com.starmates.telemetry.error.ErrorType;
import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and its response, from arrival to the last byte. It carries the span,
 * the start, the route, the error and the sizes through every pass that the server makes.
 * Passes may run on different threads, one after another; only the end may be announced
 * twice, and counts once.
 *
 * @since 1.0.0
 */
public final class ServerExchange {

	private static final AtomicIntegerFieldUpdater<ServerExchange> ENDED = AtomicIntegerFieldUpdater
		.newUpdater(ServerExchange.class, "ended");

	private static final AtomicReferenceFieldUpdater<ServerExchange, LongAdder> ACTIVE = AtomicReferenceFieldUpdater
		.newUpdater(ServerExchange.class, LongAdder.class, "active");

	private final ServerExchanges exchanges;

	private final RequestFacts request;

	private final HttpMethod method;

	private final Context context;

	private final ServerExchanges.Role role;

	private final long start = System.nanoTime();

	private @Nullable String route;

	private @Nullable String apiVersion;

	private @Nullable Throwable error;

	private boolean failed;

	private int status;

	private long responseSize = -1;

	private @Nullable String responseContentType;

	private long duration;

	private volatile @Nullable LongAdder active;

	private volatile int ended;

	ServerExchange(ServerExchanges exchanges, RequestFacts request, Context context, ServerExchanges.Role role) {
		this.exchanges = exchanges;
		this.request = request;
		this.method = HttpMethod.of(request.method());
		this.context = context;
		this.role = role;
	}

	/**
	 * Return what is known of the request.
	 * @return the request
	 */
	public RequestFacts request() {
		return this.request;
	}

	/**
	 * Return the tracking id that the caller is told.
	 * @return 32 lower-case hex digits, or {@code null} if there is no trace
	 */
	public @Nullable String trackingId() {
		return TrackingId.from(this.context);
	}

	/**
	 * Return the template of the route that took the request.
	 * @return the template, such as {@code /sessions/{id}}, or {@code null} if it is not
	 * known (yet) or no handler took the request
	 */
	public @Nullable String route() {
		return this.route;
	}

	/**
	 * Return the version of the API that the request was for.
	 * @return the version, such as {@code v1}, or {@code null} if there is none
	 */
	public @Nullable String apiVersion() {
		return this.apiVersion;
	}

	/**
	 * Return the status of the complete response.
	 * @return the status, or 0 before the end
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Return the size of the response body.
	 * @return the size in bytes, or a negative number if it is not known
	 */
	public long responseSize() {
		return this.responseSize;
	}

	/**
	 * Return the content type of the response.
	 * @return the content type, or {@code null} if there is none
	 */
	public @Nullable String responseContentType() {
		return this.responseContentType;
	}

	/**
	 * Return how long the exchange took.
	 * @return the duration in nanoseconds, or 0 before the end
	 */
	public long duration() {
		return this.duration;
	}

	/**
	 * Return the exception that made the exchange fail.
	 * @return the exception, or {@code null} if the exchange did not fail or failed
	 * without one
	 */
	public @Nullable Throwable error() {
		return isFailure() ? this.error : null;
	}

	/**
	 * Return what kind of error the exchange ended with.
	 * @return the simple name of the exception, else the status code, or {@code null} if
	 * the exchange did not fail
	 */
	public @Nullable String errorType() {
		if (!isFailure()) {
			return null;
		}
		return (this.error != null) ? ErrorType.of(this.error) : Integer.toString(this.status);
	}

	Context context() {
		return this.context;
	}

	HttpMethod method() {
		return this.method;
	}

	Span span() {
		return Span.fromContext(this.context);
	}

	ServerExchanges.Role role() {
		return this.role;
	}

	Scope makeCurrent() {
		return this.context.makeCurrent();
	}

	void started() {
		this.exchanges.started(this);
	}

	void routed(String template, @Nullable String version) {
		if (this.route == null && this.ended == 0) {
			this.route = template;
			this.apiVersion = version;
			this.exchanges.routed(this);
		}
	}

	/** The application turned an exception into a response. */
	void handled(Throwable exception) {
		if (!this.failed) {
			this.error = exception;
		}
	}

	/** An exception reached the server; what its error page throws is not the cause. */
	void failed(@Nullable Throwable exception) {
		if (exception != null && (!this.failed || this.error == null)) {
			this.error = exception;
		}
		this.failed = true;
	}

	/** Must be called with the context current: meters take their exemplars from it. */
	void end(int status, long responseSize, @Nullable String contentType, long nanoTime) {
		if (ENDED.compareAndSet(this, 0, 1)) {
			this.duration = nanoTime - this.start;
			this.status = status;
			this.responseSize = responseSize;
			this.responseContentType = contentType;
			this.exchanges.ended(this);
		}
	}

	/**
	 * Be counted as active in one place, and no longer where it was. The caller may
	 * leave, and the exchange end, while another thread finds the route.
	 */
	void countIn(@Nullable LongAdder next) {
		if (next != null) {
			next.increment();
		}
		LongAdder previous = ACTIVE.getAndSet(this, next);
		if (previous != null) {
			previous.decrement();
		}
		if (next != null && this.ended != 0) {
			countIn(null);
		}
	}

	private boolean isFailure() {
		return this.failed || this.status >= 400;
	}

}
