// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.micrometer.context.ThreadLocalAccessor;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Lets Micrometer's context propagation read and set OpenTelemetry's context of a thread,
 * with span and baggage. It sets and resets values, and opens no scopes: propagation
 * closes what it opens in any order, and scopes stand that only in the reverse one.
 */
final class ContextAccessor implements ThreadLocalAccessor<Context> {

	static final String KEY = "com.starmates.telemetry.context";

	private static final ContextKey<Object> NOTHING = ContextKey.named("nothing");

	@Override
	public Object key() {
		return KEY;
	}

	@Override
	public @Nullable Context getValue() {
		Context current = Context.current();
		return (current != Context.root()) ? current : null;
	}

	@Override
	public void setValue(Context context) {
		set(context);
	}

	@Override
	public void setValue() {
		set(Context.root());
	}

	/**
	 * A scope that is not closed does nothing. Loggers' contexts are cleared by the end
	 * of scopes alone, and filled again: so one is opened and closed.
	 */
	@SuppressWarnings("MustBeClosedChecker")
	private static void set(Context context) {
		Scope unclosed = context.makeCurrent();
		assert unclosed != null;
		if (unclosed != Scope.noop()) {
			context.with(NOTHING, NOTHING).makeCurrent().close();
		}
	}

}
