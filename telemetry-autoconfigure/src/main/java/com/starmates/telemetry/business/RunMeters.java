// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.context.OperationResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** The meters of the runs of one operation that share the values of their labels. */
final class RunMeters {

	private final Counter requests;

	private final Counter successes;

	private final Counter failures;

	private final Counter partial;

	private final Counter completions;

	private final Timer duration;

	RunMeters(GuardedMeters meters, OperationDefinition operation, Tags tags) {
		String name = operation.name();
		List<String> labels = operation.labels();
		this.requests = meters.counter(() -> OperationMeters.REQUESTS.form(name, labels), tags);
		this.successes = meters.counter(() -> OperationMeters.SUCCESS.form(name, labels), tags);
		this.failures = meters.counter(() -> OperationMeters.FAILURES.form(name, labels), tags);
		this.partial = meters.counter(() -> OperationMeters.PARTIAL.form(name, labels), tags);
		this.completions = meters.counter(() -> OperationMeters.COMPLETIONS.form(name, labels), tags);
		this.duration = meters.timer(() -> OperationMeters.DURATION.form(name, labels), tags);
	}

	void started() {
		this.requests.increment();
	}

	void completed() {
		this.completions.increment();
	}

	void ended(OperationResult result, long nanos) {
		switch (result) {
			case SUCCESS -> this.successes.increment();
			case FAILURE -> this.failures.increment();
			case PARTIAL -> this.partial.increment();
		}
		this.duration.record(nanos, TimeUnit.NANOSECONDS);
	}

}
