// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Lets OpenTelemetry's context follow work to other threads, wherever Micrometer's
 * context propagation takes it: Spring's executors, {@code @Async}, Reactor. Without it
 * only observations would follow, and a server span is none.
 *
 * @since 1.0.0
 */
public final class ContextPropagation implements AutoCloseable {

	private final ContextRegistry registry;

	private final ContextAccessor accessor = new ContextAccessor();

	private final @Nullable ThreadLocalAccessor<?> replaced;

	/**
	 * Let the context follow until {@link #close()}.
	 * @param registry what Micrometer's context propagation looks into
	 */
	public ContextPropagation(ContextRegistry registry) {
		this.registry = registry;
		this.replaced = registered();
		registry.registerThreadLocalAccessor(this.accessor);
	}

	/** Restore what was there before; another application of the JVM may rely on it. */
	@Override
	public void close() {
		if (registered() == this.accessor) {
			this.registry.removeThreadLocalAccessor(ContextAccessor.KEY);
			if (this.replaced != null) {
				this.registry.registerThreadLocalAccessor(this.replaced);
			}
		}
	}

	private @Nullable ThreadLocalAccessor<?> registered() {
		return this.registry.getThreadLocalAccessors()
			.stream()
			.filter((candidate) -> ContextAccessor.KEY.equals(candidate.key()))
			.findFirst()
			.orElse(null);
	}

}
