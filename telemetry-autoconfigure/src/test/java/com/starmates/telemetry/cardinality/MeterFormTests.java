// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MeterForm}, with the names that Prometheus shows.
 */
class MeterFormTests {

	@ParameterizedTest
	@CsvSource({ "orders, COUNTER,, orders_total", "orders.total, COUNTER,, orders_total",
			"jvm.gc.memory.allocated, COUNTER, bytes, jvm_gc_memory_allocated_bytes_total",
			"read.bytes, COUNTER, bytes, read_bytes_total", "jvm.memory.used, GAUGE, bytes, jvm_memory_used_bytes",
			"message.size, DISTRIBUTION_SUMMARY, bytes, message_size_bytes", "queue, GAUGE,, queue",
			"http.server.requests, TIMER, seconds, http_server_requests_seconds", "wait.seconds, TIMER,, wait_seconds",
			"tasks.active, LONG_TASK_TIMER,, tasks_active_seconds", "my-own.meter, COUNTER,, my_own_meter_total",
			"anything, OTHER, bytes, anything" })
	void knowsTheNamesThatPrometheusShows(String name, Meter.Type type, String unit, String exposed) {
		String shown = new PrometheusNamingConvention().name(name, type, unit);
		assertThat(MeterForm.exposedName(name, type, unit)).isEqualTo(exposed)
			.isEqualTo((type == Meter.Type.COUNTER) ? shown + "_total" : shown);
	}

}
