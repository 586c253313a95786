// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.time.Duration;

import com.starmates.telemetry.http.ExchangeRecorder;
import com.starmates.telemetry.http.ServerExchange;
import com.starmates.telemetry.logging.LogBuffers;
import io.opentelemetry.context.Context;

/**
 * Keeps lines from the beginning of an exchange to its end, and has them written if it
 * failed or was slow.
 */
final class LogBufferRecorder implements ExchangeRecorder {

	private final LogBuffers buffers;

	private final long slowNanos;

	LogBufferRecorder(LogBuffers buffers, Duration slowThreshold) {
		this.buffers = buffers;
		this.slowNanos = slowThreshold.toNanos();
	}

	@Override
	public Context prepare(Context context) {
		return this.buffers.open(context);
	}

	@Override
	public void ended(ServerExchange exchange) {
		this.buffers.end(isFailed(exchange) || exchange.duration() > this.slowNanos);
	}

	/** What only the caller did wrong is no failure; a response that broke off is one. */
	private static boolean isFailed(ServerExchange exchange) {
		return exchange.status() >= 500 || (exchange.status() < 400 && exchange.error() != null);
	}

}
