// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.nio.file.Path;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Response of a reactive server that keeps the tracking header and counts the bytes of
 * its body, before the server compresses them.
 */
class TrackedHttpResponse extends ServerHttpResponseDecorator {

	private final ReactiveExchange exchange;

	private @Nullable TrackingHeader header;

	private boolean commitFailed;

	private volatile long size;

	private volatile boolean streamed;

	TrackedHttpResponse(ServerHttpResponse delegate, ReactiveExchange exchange) {
		super(delegate);
		this.exchange = exchange;
	}

	/** Return a tracked response that sends files as the response does that it tracks. */
	static TrackedHttpResponse of(ServerHttpResponse response, ReactiveExchange exchange) {
		TrackedHttpResponse tracked = (response instanceof ZeroCopyHttpOutputMessage zeroCopy)
				? new ZeroCopyTrackedHttpResponse(response, zeroCopy, exchange)
				: new TrackedHttpResponse(response, exchange);
		response.beforeCommit(() -> Mono.fromRunnable(tracked::tell));
		return tracked;
	}

	/** Return the exchange that a response belongs to, if it is tracked. */
	static @Nullable ReactiveExchange exchangeOf(ServerHttpResponse response) {
		ServerHttpResponse candidate = response;
		while (candidate instanceof ServerHttpResponseDecorator decorator) {
			if (decorator instanceof TrackedHttpResponse tracked) {
				return tracked.exchange;
			}
			candidate = decorator.getDelegate();
		}
		return null;
	}

	/**
	 * Tell the caller, and see to it that the application does not lose what was told.
	 */
	void tell(@Nullable TrackingHeader header) {
		this.header = header;
		tell();
	}

	private void tell() {
		if (this.header != null) {
			getHeaders().set(this.header.name(), this.header.value());
			if (this.header.crossOrigin() && !isExposed(this.header.name())) {
				getHeaders().add(TrackingHeader.EXPOSE_HEADERS, this.header.name());
			}
		}
	}

	private boolean isExposed(String name) {
		return getHeaders().getAccessControlExposeHeaders().stream().anyMatch(name::equalsIgnoreCase);
	}

	/**
	 * The caller is told after each action: it may change the headers, even if it fails.
	 */
	@Override
	public void beforeCommit(Supplier<? extends Mono<Void>> action) {
		super.beforeCommit(() -> Mono.<Void>defer(action)
			.doOnError((failure) -> this.commitFailed = true)
			.doOnTerminate(this::tell));
	}

	/** Once an action has failed, none is asked again before what takes its place. */
	private void tellAgain() {
		if (this.commitFailed && !isCommitted()) {
			tell();
		}
	}

	/** Return how many bytes the application wrote. */
	long size() {
		return this.size;
	}

	/**
	 * Return whether the connection is gone before the end of a stream was sent: Netty
	 * takes that for an end like any other.
	 */
	boolean isCutOff() {
		return this.streamed && isGone() && this.size != getHeaders().getContentLength();
	}

	/** Return whether the connection is known to be gone. */
	boolean isGone() {
		return NettyRequests.isGone(getDelegate());
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		forgetWhatWasNotSent();
		this.streamed = !(body instanceof Mono);
		return super.writeWith(counted(body));
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		forgetWhatWasNotSent();
		this.streamed = true;
		return super.writeAndFlushWith(Flux.from(body).map(this::counted));
	}

	/** Who upgrades a connection has the server write the response, once this is done. */
	@Override
	public Mono<Void> setComplete() {
		tellAgain();
		Mono<Void> complete = super.setComplete();
		return this.exchange.isUpgrade() ? complete.doOnSuccess((done) -> this.exchange.upgraded()) : complete;
	}

	/**
	 * What the application does before the commit may fail, and an error take its place.
	 */
	private void forgetWhatWasNotSent() {
		if (!isCommitted()) {
			this.size = 0;
			tellAgain();
		}
	}

	/** Keeps a single buffer a single one: servers then set its length. */
	private Publisher<? extends DataBuffer> counted(Publisher<? extends DataBuffer> body) {
		return (body instanceof Mono<? extends DataBuffer> single)
				? single.doOnNext((buffer) -> count(buffer.readableByteCount()))
				: Flux.from(body).doOnNext((buffer) -> count(buffer.readableByteCount()));
	}

	/** Buffers of one response come one after another, the first before the commit. */
	@SuppressWarnings("NonAtomicOperationOnVolatileField")
	void count(long bytes) {
		tellAgain();
		this.size += bytes;
	}

	/** Of a server that sends files without reading them. */
	private static final class ZeroCopyTrackedHttpResponse extends TrackedHttpResponse
			implements ZeroCopyHttpOutputMessage {

		private final ZeroCopyHttpOutputMessage zeroCopy;

		ZeroCopyTrackedHttpResponse(ServerHttpResponse delegate, ZeroCopyHttpOutputMessage zeroCopy,
				ReactiveExchange exchange) {
			super(delegate, exchange);
			this.zeroCopy = zeroCopy;
		}

		@Override
		public Mono<Void> writeWith(Path file, long position, long count) {
			count(count);
			return this.zeroCopy.writeWith(file, position, count);
		}

	}

}
