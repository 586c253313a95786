// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.metrics;

import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MetricsAutoConfiguration}, in Boot's chain.
 */
class MetricsAutoConfigurationTests {

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
	void backsOffWithoutMicrometer() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, ResourceAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(CommonLabels.class));
	}

	private static Iterable<Tag> tags(MeterRegistry registry) {
		return Counter.builder("anything").register(registry).getId().getTagsAsIterable();
	}

}
