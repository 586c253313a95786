// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.function.Supplier;

import com.starmates.telemetry.tracking.ReactorPropagation;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;

/**
 * Runs operations in reactive chains. <pre>{@code
 * return ReactiveOperations.run(this.onboarding, this.accounts.create(user));
 * }</pre>
 *
 * @since 1.0.0
 */
public final class ReactiveOperations {

	private static final ReactiveAdapterRegistry ADAPTERS = ReactiveAdapterRegistry.getSharedInstance();

	private ReactiveOperations() {
	}

	/**
	 * Make each subscription a run. It succeeds when the answer is complete, unless the
	 * run has been told otherwise; it fails with the answer, or when it is cut off.
	 * @param <T> what the answer has
	 * @param operation the operation
	 * @param answer does what is to be done
	 * @param labelValues values of the operation's labels, in their order
	 * @return the answer
	 */
	public static <T> Mono<T> run(Operation operation, Mono<T> answer, String... labelValues) {
		return follow(answer, () -> operation.startAsync(labelValues));
	}

	/**
	 * Make each subscription a run. It succeeds when the answer is complete, unless the
	 * run has been told otherwise; it fails with the answer, or when it is cut off.
	 * @param <T> what the answer has
	 * @param operation the operation
	 * @param answer does what is to be done
	 * @param labelValues values of the operation's labels, in their order
	 * @return the answer
	 */
	public static <T> Flux<T> run(Operation operation, Flux<T> answer, String... labelValues) {
		return follow(answer, () -> operation.startAsync(labelValues));
	}

	/** Return whether values of a type do nothing until somebody subscribes to them. */
	static boolean isReactive(Class<?> type) {
		ReactiveAdapter adapter = ADAPTERS.getAdapter(type);
		return adapter != null && adapter.getDescriptor().isDeferred();
	}

	/** Return anything but what Spring knows as reactive as it is. */
	static @Nullable Object follow(@Nullable Object answer, Supplier<? extends @Nullable Work> starter) {
		if (answer instanceof Mono<?> mono) {
			return follow(mono, starter::get);
		}
		if (answer instanceof Flux<?> flux) {
			return follow(flux, starter::get);
		}
		ReactiveAdapter adapter = ADAPTERS.getAdapter(null, answer);
		return (adapter != null && answer != null) ? follow(adapter, answer, starter::get) : answer;
	}

	/** What takes one value may cut the others off, and has all that it wants. */
	private static Object follow(ReactiveAdapter adapter, Object answer, Starter starter) {
		Publisher<?> source = adapter.toPublisher(answer);
		return adapter.fromPublisher(
				adapter.isMultiValue() ? follow(Flux.from(source), starter) : follow(Mono.from(source), starter));
	}

	private static <T> Mono<T> follow(Mono<T> answer, Starter starter) {
		return Mono.deferContextual((view) -> {
			Work work = starter.start(view);
			if (work == null) {
				return answer;
			}
			return answer.doOnSuccess((value) -> succeed(work))
				.doOnError((cause) -> fail(work, cause))
				.doOnCancel(work::close)
				.contextWrite((context) -> context.putAll(ReactorPropagation.of(work.context())));
		});
	}

	private static <T> Flux<T> follow(Flux<T> answer, Starter starter) {
		return Flux.deferContextual((view) -> {
			Work work = starter.start(view);
			if (work == null) {
				return answer;
			}
			return answer.doOnComplete(() -> succeed(work))
				.doOnError((cause) -> fail(work, cause))
				.doOnCancel(work::close)
				.contextWrite((context) -> context.putAll(ReactorPropagation.of(work.context())));
		});
	}

	/** Who asked for the answer finds the run ended when the answer comes. */
	private static void succeed(Work work) {
		work.returned();
		work.close();
	}

	private static void fail(Work work, Throwable cause) {
		work.threw(cause);
		work.close();
	}

	/** Starts work for a subscription. */
	@FunctionalInterface
	private interface Starter {

		@Nullable Work get();

		default @Nullable Work start(ContextView view) {
			Context parent = ReactorPropagation.from(view);
			try (Scope scope = parent.makeCurrent()) {
				return get();
			}
		}

	}

}
