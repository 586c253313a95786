// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OperationInterceptor}, beside those of what it records.
 */
@ExtendWith(OutputCaptureExtension.class)
class OperationInterceptorTests {

	private final Recordings recordings = new Recordings();

	@Test
	void callGoesOnWhereOperationsCannotBeHad() {
		AtomicInteger asked = new AtomicInteger();
		Planner planner = advised(() -> {
			if (asked.getAndIncrement() == 0) {
				throw new BeanCreationNotAllowedException("telemetryBusinessOperations", "Beans are destroyed");
			}
			return this.recordings.operations();
		});
		assertThat(planner.plan()).isEqualTo("planned");
		assertThat(planner.plan()).isEqualTo("planned");
		assertThat(this.recordings.count("planning.success")).isOne();
	}

	@Test
	void failureThatLastsIsToldOnce(CapturedOutput output) {
		AtomicInteger asked = new AtomicInteger();
		Planner planner = advised(() -> {
			asked.getAndIncrement();
			throw new BeanCreationException("telemetryBusinessOperations", "No meters");
		});
		assertThat(planner.plan()).isEqualTo("planned");
		assertThat(planner.plan()).isEqualTo("planned");
		assertThat(asked).hasValue(1);
		assertThat(output.getOut()).contains("No meters").containsOnlyOnce("records nothing");
	}

	@Test
	void failureThatPassesIsNotTold(CapturedOutput output) {
		Planner planner = advised(() -> {
			throw new BeanCreationException("telemetryBusinessOperations", "No meters yet",
					new BeanCurrentlyInCreationException("telemetryGuardedMeters"));
		});
		assertThat(planner.plan()).isEqualTo("planned");
		assertThat(output.getOut()).doesNotContain("No meters yet");
	}

	/** What makes the operations may wait for a lock that another caller has. */
	@Test
	void callsDoNotWaitForEachOtherWhileOperationsAreMade() throws Exception {
		CountDownLatch asking = new CountDownLatch(2);
		Planner planner = advised(() -> {
			asking.countDown();
			assertThat(await(asking)).isTrue();
			return this.recordings.operations();
		});
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			assertThat(threads.invokeAll(List.of(planner::plan, planner::plan)))
				.allSatisfy((planned) -> assertThat(planned.get()).isEqualTo("planned"));
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.recordings.count("planning.success")).isEqualTo(2);
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Planner advised(Supplier<BusinessOperations> operations) {
		ProxyFactory factory = new ProxyFactory(new Planner());
		factory.setProxyTargetClass(true);
		factory.addAdvice(new OperationInterceptor(operations));
		return (Planner) factory.getProxy();
	}

	static class Planner {

		@BusinessOperation("planning")
		String plan() {
			return "planned";
		}

	}

}
