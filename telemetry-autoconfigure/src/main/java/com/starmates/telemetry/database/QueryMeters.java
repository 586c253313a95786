// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.LabelledMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Counts and times queries.
 *
 * @since 1.0.0
 */
public final class QueryMeters {

	private final LabelledMeters<Counter> counts;

	private final Timer durations;

	/**
	 * Create meters.
	 * @param meters what they are made by
	 */
	public QueryMeters(GuardedMeters meters) {
		this.counts = meters.counters(DatabaseMeters.QUERIES);
		this.durations = meters.timer(DatabaseMeters.QUERY_DURATION, Tags.empty());
	}

	void record(SqlStatement statement, long nanoseconds) {
		this.counts.get(statement.operation().label(), statement.table()).increment();
		this.durations.record(nanoseconds, TimeUnit.NANOSECONDS);
	}

}
