// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.concurrent.atomic.LongAdder;

import ch.qos.logback.core.Context;

/**
 * Tells how many bytes the encoders of a context have written. Each line adds its own to
 * a number that they share, without a lock.
 *
 * @since 1.0.0
 */
public final class WrittenBytes {

	private static final String KEY = WrittenBytes.class.getName();

	private WrittenBytes() {
	}

	/**
	 * Return how many bytes were written since the context was set up.
	 * @param context the context, such as that of all loggers
	 * @return the number; it begins anew when the context is reset
	 */
	public static long of(Context context) {
		return (context.getObject(KEY) instanceof LongAdder bytes) ? bytes.sum() : 0;
	}

	/** Return what the encoders of a context add to. */
	static LongAdder shared(Context context) {
		synchronized (context.getConfigurationLock()) {
			if (context.getObject(KEY) instanceof LongAdder bytes) {
				return bytes;
			}
			LongAdder bytes = new LongAdder();
			context.putObject(KEY, bytes);
			return bytes;
		}
	}

}
