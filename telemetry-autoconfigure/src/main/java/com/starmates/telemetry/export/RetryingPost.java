// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.common.export.RetryPolicy;

/**
 * Sends a message until it arrives, for as long as there is hope: the receiver or the
 * network may recover, attempts and time are left, and nobody wants an end.
 */
final class RetryingPost {

	private final HttpPost post;

	private final ExportTarget target;

	private final RetryPolicy policy;

	private final CountDownLatch stopped = new CountDownLatch(1);

	RetryingPost(ExportTarget target, RetryPolicy policy) {
		this.target = target;
		this.post = new HttpPost(target);
		this.policy = policy;
	}

	/** Send the beginning of an array, and return the last answer. */
	HttpAnswer send(byte[] content, int length) throws IOException {
		Deadline deadline = new Deadline(this.target.timeout());
		Backoff backoff = new Backoff(this.policy);
		while (true) {
			try {
				HttpAnswer answer = this.post.send(content, length, deadline);
				if (!answer.isPassing() || !pause(backoff.next(answer.retryAfter()), deadline)) {
					return answer;
				}
			}
			catch (SocketException | SocketTimeoutException | UnknownHostException ex) {
				if (!pause(backoff.next(), deadline)) {
					throw ex;
				}
			}
		}
	}

	/** Wait no longer, now and ever. */
	void stop() {
		this.stopped.countDown();
	}

	boolean isStopped() {
		return this.stopped.getCount() == 0;
	}

	/** Return whether to try again, once it is time to. */
	private boolean pause(long nanos, Deadline deadline) {
		if (nanos < 0 || nanos >= deadline.remaining()) {
			return false;
		}
		try {
			return !this.stopped.await(nanos, TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
