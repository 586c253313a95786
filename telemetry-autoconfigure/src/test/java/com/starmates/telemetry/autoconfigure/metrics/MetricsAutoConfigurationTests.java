// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.metrics;

import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.cardinality.CardinalityBudgets;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.IdleSweeper;
import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.MeterForm;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MetricsAutoConfiguration}, in Boot's chain.
 */
class MetricsAutoConfigurationTests {

	private static final MeterForm ANY = MeterForm.counter("any", "Made for a test",
			new LabelDefinition("label", "Any"));

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, ResourceAutoConfiguration.class,
				org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class))
		.withPropertyValues("spring.application.name=app", "telemetry.project=team", "ENVIRONMENT=prod");

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(MetricsAutoConfiguration.class.getName(), ResourceAutoConfiguration.class.getName());
	}

	@Test
	void labelsEveryMeter() {
		this.contextRunner.run((context) -> assertThat(tags(context.getBean(MeterRegistry.class)))
			.contains(Tag.of("environment", "prod"), Tag.of("project", "team"), Tag.of("service", "app")));
	}

	@Test
	void labelsNothingWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.metrics.enabled=false")
			.run((context) -> assertThat(tags(context.getBean(MeterRegistry.class))).isEmpty());
	}

	@Test
	void guardsMetersWithTheBudgetsThatAreSet() {
		this.contextRunner
			.withPropertyValues("telemetry.metrics.cardinality.max-values=7",
					"telemetry.metrics.cardinality.max-series=70", "telemetry.metrics.cardinality.labels[endpoint]=8",
					"telemetry.metrics.cardinality.labels[request_count_total.endpoint]=9",
					"telemetry.metrics.cardinality.series-budget=700")
			.run((context) -> {
				CardinalityBudgets budgets = context.getBean(MetricsProperties.class).cardinality().budgets();
				assertThat(budgets.maxSeries()).isEqualTo(70);
				assertThat(budgets.maxValues("any", "label")).isEqualTo(7);
				assertThat(budgets.maxValues("any", "endpoint")).isEqualTo(8);
				assertThat(budgets.maxValues("request_count_total", "endpoint")).isEqualTo(9);
				assertThat(context).hasSingleBean(GuardedMeters.class);
				assertThat(context.getBean(MeterRegistry.class).get("telemetry.series.budget").gauge().value())
					.isEqualTo(700);
				assertThat(context.getBean(MeterRegistry.class).get("telemetry.series").gauge().value())
					.isGreaterThan(1);
			});
	}

	@Test
	void hasBudgetsForMetersOfOthersOnlyIfAsked() {
		this.contextRunner.withPropertyValues("telemetry.metrics.cardinality.max-values=2")
			.run((context) -> assertThat(values(context.getBean(MeterRegistry.class))).isEqualTo(5));
		this.contextRunner
			.withPropertyValues("telemetry.metrics.cardinality.max-values=2",
					"telemetry.metrics.cardinality.all-meters=true")
			.run((context) -> assertThat(values(context.getBean(MeterRegistry.class))).isEqualTo(2 + 1));
	}

	@Test
	void hasBudgetsForMetersThatWereThereBeforeTheRegistry() {
		Counter early = Metrics.counter("theirs", "label", "early");
		try {
			this.contextRunner
				.withPropertyValues("telemetry.metrics.cardinality.max-values=2",
						"telemetry.metrics.cardinality.all-meters=true")
				.run((context) -> {
					MeterRegistry registry = context.getBean(MeterRegistry.class);
					assertThat(values(registry)).isEqualTo(2 + 1);
					Awaitility.await()
						.untilAsserted(() -> assertThat(
								registry.get("telemetry.cardinality.overflow").tags("label", "label").counter().count())
							.isEqualTo(4));
				});
		}
		finally {
			Metrics.globalRegistry.remove(early);
		}
	}

	@ParameterizedTest
	@CsvSource({ "max-values, 0", "max-series, -1", "series-budget, 0", "labels[endpoint], 0" })
	void namesABudgetThatIsWrong(String property, String value) {
		String name = "telemetry.metrics.cardinality." + property;
		this.contextRunner.withPropertyValues(name + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (failure) -> {
					assertThat(failure.getName()).isEqualTo(name);
					assertThat(failure.getValue()).hasToString(value);
					assertThat(failure.getReason()).isEqualTo("Must be one or more.");
				}));
	}

	@Test
	void letsGoOfIdleCountersOnlyIfAsked() {
		this.contextRunner.withPropertyValues("telemetry.metrics.cardinality.idle-after=")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(IdleSweeper.class));
		this.contextRunner.withPropertyValues("telemetry.metrics.cardinality.idle-after=10ms").run((context) -> {
			context.getBean(GuardedMeters.class).counters(() -> ANY).get("value").increment();
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Awaitility.await()
				.untilAsserted(() -> assertThat(registry.get("any").tags("label", "_other").counter().count()).isOne());
		});
	}

	@Test
	void namesATimeThatIsNone() {
		this.contextRunner.withPropertyValues("telemetry.metrics.cardinality.idle-after=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(failure) -> assertThat(failure.getName())
							.isEqualTo("telemetry.metrics.cardinality.idle-after")));
	}

	@Test
	void tracksCountersOnlyIfAsked() {
		SpanContext span = SpanContext.create("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7",
				TraceFlags.getSampled(), TraceState.getDefault());
		this.contextRunner.withPropertyValues("telemetry.metrics.tracking-id-label=true").run((context) -> {
			Counter counter = context.getBean(GuardedMeters.class).heldCounters(() -> ANY).get("value");
			try (Scope scope = Span.wrap(span).makeCurrent()) {
				counter.increment();
			}
			counter.increment(2);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("any").tags("tracking_id", span.getTraceId()).counter().count()).isOne();
			assertThat(registry.get("any").tags("tracking_id", "none").counter().count()).isEqualTo(2);
			assertThat(counter.count()).isEqualTo(3);
			for (int i = 0; i < 200; i++) {
				try (Scope scope = Span
					.wrap(SpanContext.create("%032x".formatted(i + 1), span.getSpanId(), span.getTraceFlags(),
							span.getTraceState()))
					.makeCurrent()) {
					counter.increment();
				}
			}
			assertThat(registry.get("any").counters()).hasSize(101);
			assertThat(counter.count()).isEqualTo(203);
		});
		this.contextRunner.run((context) -> {
			context.getBean(GuardedMeters.class).counters(() -> ANY).get("value").increment();
			assertThat(context.getBean(MeterRegistry.class).get("any").counter().getId().getTag("tracking_id"))
				.isNull();
		});
	}

	@Test
	void backsOffForAnApplicationsGuard() {
		this.contextRunner
			.withBean("mine", GuardedMeters.class,
					() -> new GuardedMeters(new SimpleMeterRegistry(), CardinalityBudgets.STANDARD))
			.withPropertyValues("telemetry.metrics.cardinality.idle-after=1h")
			.run((context) -> assertThat(context).hasSingleBean(GuardedMeters.class)
				.hasSingleBean(IdleSweeper.class)
				.hasBean("mine"));
	}

	@Test
	void guardsNothingWithoutRegistry() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, ResourceAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(GuardedMeters.class));
	}

	@Test
	void backsOffWithoutMicrometer() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, ResourceAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CommonLabels.class));
	}

	private static long values(MeterRegistry registry) {
		for (int i = 0; i < 5; i++) {
			Counter.builder("theirs").tag("label", "value" + i).register(registry).increment();
		}
		return registry.get("theirs").counters().size();
	}

	private static Iterable<Tag> tags(MeterRegistry registry) {
		return Counter.builder("anything").register(registry).getId().getTagsAsIterable();
	}

}
