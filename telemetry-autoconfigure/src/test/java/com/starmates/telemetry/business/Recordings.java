// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.cardinality.CardinalityBudgets;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Meters and spans of operations under test. */
final class Recordings {

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final GuardedMeters meters = new GuardedMeters(this.registry, CardinalityBudgets.STANDARD);

	private final BusinessOperations operations = new BusinessOperations(this.meters,
			OpenTelemetrySdk.builder()
				.setTracerProvider(
						SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(this.exporter)).build())
				.build(),
			Masker.standard());

	BusinessOperations operations() {
		return this.operations;
	}

	GuardedMeters meters() {
		return this.meters;
	}

	double count(String name, String... tags) {
		return this.registry.get(name).tags(tags).counter().count();
	}

	/** Return how often it was timed; what was never timed has no timer. */
	long timed(String name, String... tags) {
		return this.registry.find(name).tags(tags).timers().stream().mapToLong((timer) -> timer.count()).sum();
	}

	double seconds(String name) {
		return this.registry.get(name).timer().totalTime(TimeUnit.SECONDS);
	}

	MeterRegistry registry() {
		return this.registry;
	}

	List<SpanData> spans() {
		return this.exporter.getFinishedSpanItems();
	}

	SpanData span(String name) {
		return spans().stream().filter((span) -> span.getName().equals(name)).findFirst().orElseThrow();
	}

}
