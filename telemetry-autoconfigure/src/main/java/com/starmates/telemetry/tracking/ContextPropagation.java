// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

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

	/** What the context is registered under. */
	public static final String KEY = ContextAccessor.KEY;

	/** How many hold the accessor of a registry: they may end in any order. */
	private static final Map<ContextRegistry, Integer> HOLDERS = new WeakHashMap<>();

	/**
	 * What others have had in the place of the accessor, such as a copy of this class.
	 */
	private static final Map<ContextRegistry, ThreadLocalAccessor<?>> REPLACED = new WeakHashMap<>();

	private static final ContextAccessor ACCESSOR = new ContextAccessor();

	private final ContextRegistry registry;

	private final AtomicBoolean closed = new AtomicBoolean();

	/**
	 * Let the context follow until {@link #close()}.
	 * @param registry what Micrometer's context propagation looks into
	 */
	public ContextPropagation(ContextRegistry registry) {
		this.registry = registry;
		synchronized (HOLDERS) {
			ThreadLocalAccessor<?> before = registered();
			if (before != null && before != ACCESSOR) {
				REPLACED.put(registry, before);
			}
			HOLDERS.merge(registry, 1, Integer::sum);
			registry.registerThreadLocalAccessor(ACCESSOR);
		}
	}

	/** Restore what was there before; another application of the JVM may rely on it. */
	@Override
	public void close() {
		if (!this.closed.compareAndSet(false, true)) {
			return;
		}
		synchronized (HOLDERS) {
			Integer left = HOLDERS.computeIfPresent(this.registry,
					(key, holders) -> (holders > 1) ? holders - 1 : null);
			if (left == null && registered() == ACCESSOR) {
				this.registry.removeThreadLocalAccessor(ContextAccessor.KEY);
				ThreadLocalAccessor<?> before = REPLACED.remove(this.registry);
				if (before != null) {
					this.registry.registerThreadLocalAccessor(before);
				}
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
