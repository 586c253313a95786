// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.opentelemetry.context.Context;
import reactor.util.context.ContextView;

/**
 * Writes a context of OpenTelemetry's to the Reactor context, where Micrometer's context
 * propagation finds it.
 *
 * @since 1.0.0
 */
public final class ReactorPropagation {

	private ReactorPropagation() {
	}

	/**
	 * Return a Reactor context that carries a context of OpenTelemetry's.
	 * @param context the context to carry
	 * @return a Reactor context with this one entry
	 */
	public static ContextView of(Context context) {
		return reactor.util.context.Context.of(ContextAccessor.KEY, context);
	}

	/**
	 * Return the context of OpenTelemetry's that a Reactor context carries.
	 * @param view the Reactor context
	 * @return the context, that of the thread if it carries none
	 */
	public static Context from(ContextView view) {
		Context carried = view.<Context>getOrDefault(ContextAccessor.KEY, null);
		return (carried != null) ? carried : Context.current();
	}

}
