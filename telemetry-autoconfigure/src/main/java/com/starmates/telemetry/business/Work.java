// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import io.opentelemetry.context.Context;

/** A run or a step, which has an end however its code ends. */
abstract class Work implements AutoCloseable {

	private boolean ended;

	/** Return whether this is the end; from then on nothing changes any more. */
	final synchronized boolean endsNow() {
		boolean first = !this.ended;
		this.ended = true;
		return first;
	}

	final synchronized boolean hasEnded() {
		return this.ended;
	}

	/** Tell that the code has returned. */
	abstract void returned();

	/** Tell that the code has thrown. */
	abstract void threw(Throwable cause);

	/** Return the context that the work is current in. */
	abstract Context context();

	@Override
	public abstract void close();

}
