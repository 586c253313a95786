// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.context.ThreadLocalAccessor;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContextPropagation}, with two applications in one JVM.
 */
class ContextPropagationTests {

	private static final ContextKey<String> KEY = ContextKey.named("test");

	private final ContextRegistry registry = new ContextRegistry();

	@Test
	void leavesNothingBehind() {
		new ContextPropagation(this.registry).close();
		assertThat(this.registry.getThreadLocalAccessors()).isEmpty();
	}

	@Test
	void restoresTheOtherApplicationsAccessor() {
		ContextPropagation one = new ContextPropagation(this.registry);
		ThreadLocalAccessor<?> first = this.registry.getThreadLocalAccessors().get(0);
		new ContextPropagation(this.registry).close();
		assertThat(this.registry.getThreadLocalAccessors()).singleElement().isSameAs(first);
		one.close();
		assertThat(this.registry.getThreadLocalAccessors()).isEmpty();
	}

	@Test
	void leavesTheOtherApplicationsAccessorAlone() {
		ContextPropagation one = new ContextPropagation(this.registry);
		ContextPropagation other = new ContextPropagation(this.registry);
		ThreadLocalAccessor<?> second = this.registry.getThreadLocalAccessors().get(0);
		one.close();
		assertThat(this.registry.getThreadLocalAccessors()).singleElement().isSameAs(second);
		other.close();
		assertThat(this.registry.getThreadLocalAccessors()).isEmpty();
	}

	@Test
	void takesTheContextToAnotherThreadAndLeavesNoneThere() throws Exception {
		ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().contextRegistry(this.registry).build();
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try (ContextPropagation propagation = new ContextPropagation(this.registry)) {
			Context context = Context.root().with(KEY, "followed");
			Callable<Context> task;
			try (Scope scope = context.makeCurrent()) {
				task = snapshots.captureAll().wrap((Callable<Context>) Context::current);
			}
			assertThat(executor.submit(task).get()).isSameAs(context);
			assertThat(executor.submit(Context::current).get()).isSameAs(Context.root());
			assertThat(Context.current()).isSameAs(Context.root());
		}
		finally {
			executor.shutdown();
		}
	}

	@Test
	void restoresTheContextOfTheThread() {
		ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().contextRegistry(this.registry).build();
		Context own = Context.root().with(KEY, "own");
		try (ContextPropagation propagation = new ContextPropagation(this.registry); Scope scope = own.makeCurrent()) {
			ContextSnapshot foreign;
			try (Scope foreignScope = Context.root().with(KEY, "foreign").makeCurrent()) {
				foreign = snapshots.captureAll();
			}
			try (ContextSnapshot.Scope set = foreign.setThreadLocals()) {
				assertThat(Context.current().get(KEY)).isEqualTo("foreign");
			}
			assertThat(Context.current()).isSameAs(own);
		}
		assertThat(Context.current()).isSameAs(Context.root());
	}

}
