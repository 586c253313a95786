// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.tracing.Span;
import org.jspecify.annotations.Nullable;

/**
 * Lets the current span follow work to other threads, wherever Micrometer's context
 * propagation takes it: Spring's executors, {@code @Async}, Reactor. Without it only
 * observations would follow, and a server span is none.
 *
 * @since 1.0.0
 */
public final class SpanPropagation implements AutoCloseable {

	private final ContextRegistry registry;

	private final ThreadLocalAccessor<Span> accessor;

	private final @Nullable ThreadLocalAccessor<?> replaced;

	/**
	 * Register an accessor until {@link #close()}, in place of another with its key.
	 * @param registry where to register it
	 * @param accessor the accessor of the current span
	 */
	public SpanPropagation(ContextRegistry registry, ThreadLocalAccessor<Span> accessor) {
		this.registry = registry;
		this.accessor = accessor;
		this.replaced = registered();
		registry.registerThreadLocalAccessor(accessor);
	}

	/** Restore what was there before; another application of the JVM may rely on it. */
	@Override
	public void close() {
		if (registered() == this.accessor) {
			this.registry.removeThreadLocalAccessor(this.accessor.key().toString());
			if (this.replaced != null) {
				this.registry.registerThreadLocalAccessor(this.replaced);
			}
		}
	}

	private @Nullable ThreadLocalAccessor<?> registered() {
		return this.registry.getThreadLocalAccessors()
			.stream()
			.filter((candidate) -> this.accessor.key().equals(candidate.key()))
			.findFirst()
			.orElse(null);
	}

}
