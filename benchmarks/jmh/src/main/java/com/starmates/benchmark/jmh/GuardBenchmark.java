// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.jmh;

import com.starmates.telemetry.cardinality.CardinalityBudgets;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.LabelledMeters;
import com.starmates.telemetry.cardinality.MeterForm;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * What it takes to count under the values of five labels: by a counter that is held, by
 * the guard, and by Micrometer's builder. Values come and go in turn, as of requests.
 *
 * @since 1.0.0
 */
public class GuardBenchmark extends AbstractBenchmark {

	private static final int VALUES = 8;

	private static final MeterForm FIVE_LABELS = MeterForm.counter("five", "Made for a benchmark", label("a"),
			label("b"), label("c"), label("d"), label("e"));

	private final MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	private final LabelledMeters<Counter> guarded = new GuardedMeters(this.registry, CardinalityBudgets.STANDARD)
		.counters(() -> FIVE_LABELS);

	private final String[] values = new String[VALUES];

	private final Counter[] held = new Counter[VALUES];

	private int next;

	/** Make the counters. */
	@Setup
	public void setUp() {
		for (int i = 0; i < VALUES; i++) {
			this.values[i] = "/api/v1/things/" + i;
			this.held[i] = this.guarded.get("service", this.values[i], "GET", "200", "v1");
		}
	}

	/** Count by a counter that is held. */
	@Benchmark
	public void held() {
		this.held[next()].increment();
	}

	/** Count by the guard. */
	@Benchmark
	public void guarded() {
		this.guarded.get("service", this.values[next()], "GET", "200", "v1").increment();
	}

	/** Count by Micrometer's builder. */
	@Benchmark
	public void builder() {
		Counter.builder("five")
			.tag("a", "service")
			.tag("b", this.values[next()])
			.tag("c", "GET")
			.tag("d", "200")
			.tag("e", "v1")
			.register(this.registry)
			.increment();
	}

	private static LabelDefinition label(String name) {
		return new LabelDefinition(name, "Any");
	}

	private int next() {
		this.next = (this.next + 1) % VALUES;
		return this.next;
	}

}
