// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a context current from the pass in which a request threw until its error page:
 * what the server itself logs of the exception, in between, shall carry the id too. A
 * scope whose error page never came ends with the next request on its thread.
 */
final class PendingScope {

	private static final ThreadLocal<@Nullable Scope> PENDING = new ThreadLocal<>();

	private PendingScope() {
	}

	static void keep(Scope scope) {
		PENDING.set(scope);
	}

	/** Close the scope that was kept on this thread, if any. */
	static void close() {
		Scope scope = PENDING.get();
		if (scope != null) {
			PENDING.remove();
			scope.close();
		}
	}

}
