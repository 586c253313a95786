// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.WatchedMetricsSender;
import com.starmates.telemetry.export.WatchedSpanExporter;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExportAutoConfiguration}, in Boot's chain.
 */
class ExportAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class,
				OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class))
		.withBean(SpanExporter.class, InMemorySpanExporter::create)
		.withBean(OtlpMetricsSender.class, () -> (request) -> {
		});

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(ExportAutoConfiguration.class.getName());
	}

	@Test
	void watchesEveryExporter() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(ExportWatch.class);
			assertThat(context.getBean(SpanExporters.class).list()).singleElement()
				.isInstanceOf(WatchedSpanExporter.class);
			assertThat(context.getBean(OtlpMetricsSender.class)).isInstanceOf(WatchedMetricsSender.class);
		});
	}

	@Test
	void leavesExportersAloneWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.export.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(ExportWatch.class);
			assertThat(context.getBean(SpanExporters.class).list()).singleElement()
				.isInstanceOf(InMemorySpanExporter.class);
			assertThat(context.getBean(OtlpMetricsSender.class)).isNotInstanceOf(WatchedMetricsSender.class);
		});
	}

	@Test
	void backsOffForTheUsersBeans() {
		ExportWatch mine = new ExportWatch();
		SpanExporters exporters = SpanExporters.of(InMemorySpanExporter.create());
		this.contextRunner.withBean("mine", ExportWatch.class, () -> mine)
			.withBean("myExporters", SpanExporters.class, () -> exporters)
			.run((context) -> {
				assertThat(context.getBean(ExportWatch.class)).isSameAs(mine);
				assertThat(context.getBean(SpanExporters.class)).isSameAs(exporters);
			});
	}

	@Test
	void doesWithoutTheMeterPush() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(OtlpMetricsSender.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ExportWatch.class));
	}

}
