// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SeriesMeters}, with what Prometheus would scrape.
 */
class SeriesMetersTests {

	private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	@Test
	void countsEverySeriesThatPrometheusScrapes() {
		new SeriesMeters(CardinalityBudgets.STANDARD).bindTo(this.registry);
		Counter.builder("counter").tag("a", "1").register(this.registry).increment();
		Counter.builder("counter").tag("a", "2").register(this.registry).increment();
		Gauge.builder("gauge", () -> 1).register(this.registry);
		TimeGauge.builder("time.gauge", () -> 1, TimeUnit.SECONDS).register(this.registry);
		FunctionCounter.builder("function.counter", this, (source) -> 1).register(this.registry);
		FunctionTimer.builder("function.timer", this, (source) -> 1, (source) -> 1, TimeUnit.SECONDS)
			.register(this.registry);
		Timer.builder("timer").register(this.registry).record(Duration.ofMillis(1));
		Timer.builder("histogram")
			.serviceLevelObjectives(Duration.ofMillis(1), Duration.ofMillis(2))
			.register(this.registry)
			.record(Duration.ofMillis(1));
		Timer.builder("many.buckets").publishPercentileHistogram().register(this.registry);
		Timer.builder("percentiles").publishPercentiles(0.5, 0.9).register(this.registry);
		DistributionSummary.builder("summary").serviceLevelObjectives(1, 2, 3).register(this.registry).record(1);
		LongTaskTimer.builder("tasks").register(this.registry);
		assertThat(scraped("telemetry_series")).isEqualTo(scrapedSeries());
	}

	@Test
	void countsWhatReachesABackendWhereThereAreSeveral() {
		CompositeMeterRegistry both = new CompositeMeterRegistry();
		both.add(this.registry).add(new SimpleMeterRegistry());
		both.getRegistries().forEach((child) -> child.config().meterFilter(MeterFilter.ignoreTags("a")));
		new SeriesMeters(CardinalityBudgets.STANDARD).bindTo(both);
		for (int i = 0; i < 10; i++) {
			both.counter("counter", "a", "a" + i).increment();
		}
		assertThat(scraped("telemetry_series")).isEqualTo(scrapedSeries()).isEqualTo(3);
	}

	@Test
	void tellsTheBudget() {
		new SeriesMeters(CardinalityBudgets.STANDARD).bindTo(this.registry);
		assertThat(scraped("telemetry_series_budget")).isEqualTo(10_000);
	}

	private long scrapedSeries() {
		return this.registry.scrape().lines().filter((line) -> !line.startsWith("#") && !line.isBlank()).count();
	}

	private double scraped(String name) {
		return this.registry.scrape()
			.lines()
			.filter((line) -> line.startsWith(name + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(name.length() + 1)))
			.findFirst()
			.orElseThrow();
	}

}
