// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.tracing.Span;

/**
 * Lets the current span follow work to other threads, wherever Micrometer's context
 * propagation takes it: Spring's executors, {@code @Async}, Reactor. Without it only
 * observations would follow, and a server span is none.
 *
 * @since 1.0.0
 */
public final class SpanPropagation implements AutoCloseable {

	private final ContextRegistry registry;

	private final Object key;

	/**
	 * Register an accessor until {@link #close()}.
	 * @param registry where to register it
	 * @param accessor the accessor of the current span
	 */
	public SpanPropagation(ContextRegistry registry, ThreadLocalAccessor<Span> accessor) {
		this.registry = registry;
		this.key = accessor.key();
		registry.registerThreadLocalAccessor(accessor);
	}

	@Override
	public void close() {
		this.registry.removeThreadLocalAccessor(this.key.toString());
	}

}
