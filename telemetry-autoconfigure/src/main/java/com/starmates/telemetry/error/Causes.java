// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.util.ArrayList;
import java.util.List;

/**
 * Chains of causes, which may be rings.
 */
final class Causes {

	private static final int MAX = 50;

	private Causes() {
	}

	/** Return an exception and its causes, the root cause last. */
	static List<Throwable> of(Throwable exception) {
		List<Throwable> causes = new ArrayList<>(4);
		for (Throwable next = exception; next != null && causes.size() < MAX; next = next.getCause()) {
			causes.add(next);
		}
		return causes;
	}

	static Throwable root(Throwable exception) {
		List<Throwable> causes = of(exception);
		return causes.get(causes.size() - 1);
	}

}
