// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

import com.starmates.telemetry.concurrent.PropagatingExecutors;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * What is known of executors that are beans.
 */
final class ExecutorFacts {

	private final ConfigurableListableBeanFactory beans;

	ExecutorFacts(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	/** Return the names of executors at which a caller's context stays behind. */
	List<String> losingContext() {
		return Arrays.stream(this.beans.getBeanNamesForType(Executor.class, false, false))
			.filter((name) -> this.beans.getSingleton(name) instanceof Executor executor && isPool(executor)
					&& !PropagatingExecutors.isPropagating(executor))
			.toList();
	}

	/** What executors of other libraries do is theirs to know. */
	private static boolean isPool(Executor executor) {
		return executor instanceof ThreadPoolExecutor || executor instanceof ForkJoinPool;
	}

}
