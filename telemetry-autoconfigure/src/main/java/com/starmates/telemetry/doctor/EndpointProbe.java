// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Tries whether somebody listens, on threads of its own: name servers may take their
 * time. What was found is good for some seconds, and at most one attempt for each address
 * is under way.
 *
 * @since 1.0.0
 */
public final class EndpointProbe {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	/** For a thread to begin, and for what connecting takes besides. */
	private static final Duration GRACE = Duration.ofMillis(200);

	private static final Duration FRESH = Duration.ofSeconds(5);

	private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

	private final LongSupplier nanoTime;

	/**
	 * Create a probe.
	 */
	public EndpointProbe() {
		this(System::nanoTime);
	}

	EndpointProbe(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Begin to find out, so that several addresses take the time of one.
	 * @param endpoint the address
	 */
	public void begin(EndpointAddress endpoint) {
		attempt(endpoint);
	}

	/**
	 * Return whether somebody listens. Takes little more than a second at most, from when
	 * it began.
	 * @param endpoint the address
	 * @return {@code false} if nobody does, or none has answered in time
	 */
	public boolean isReachable(EndpointAddress endpoint) {
		Attempt attempt = attempt(endpoint);
		long rest = attempt.begun() + PATIENCE.plus(GRACE).toNanos() - this.nanoTime.getAsLong();
		try {
			return attempt.result().get(Math.max(0, rest), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
	}

	private Attempt attempt(EndpointAddress endpoint) {
		String address = endpoint.host() + ":" + endpoint.effectivePort();
		return this.attempts.compute(address, (key, before) -> (before != null && isGood(before)) ? before
				: start(endpoint.host(), endpoint.effectivePort()));
	}

	private boolean isGood(Attempt attempt) {
		return !attempt.result().isDone() || this.nanoTime.getAsLong() - attempt.begun() < FRESH.toNanos();
	}

	private Attempt start(String host, int port) {
		CompletableFuture<Boolean> result = new CompletableFuture<>();
		Thread thread = new Thread(null, () -> result.complete(connects(host, port)), "telemetry-endpoint-probe", 0,
				false);
		thread.setDaemon(true);
		thread.start();
		return new Attempt(this.nanoTime.getAsLong(), result);
	}

	private static boolean connects(String host, int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
			return true;
		}
		catch (IOException | RuntimeException ex) {
			return false;
		}
	}

	private record Attempt(long begun, CompletableFuture<Boolean> result) {

	}

}
