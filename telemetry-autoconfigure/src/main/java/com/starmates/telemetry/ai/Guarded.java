// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what goes wrong in recording a call away from the call. */
final class Guarded {

	private static final Logger logger = LoggerFactory.getLogger(Guarded.class);

	private static final AtomicBoolean warned = new AtomicBoolean();

	private Guarded() {
	}

	/** Run something, and say once if it fails: a class may be missing, too. */
	static void run(Runnable runnable) {
		try {
			runnable.run();
		}
		catch (RuntimeException | LinkageError ex) {
			if (warned.compareAndSet(false, true)) {
				logger.warn("A call of an AI model could not be recorded as a whole; this is said once", ex);
			}
		}
	}

}
