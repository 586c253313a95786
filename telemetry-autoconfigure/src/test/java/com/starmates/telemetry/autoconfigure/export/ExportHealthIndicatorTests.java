// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.net.ConnectException;
import java.util.Map;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.export.Signal;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExportHealthIndicator}, in Boot's registry of contributors.
 */
class ExportHealthIndicatorTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class))
		.withPropertyValues("management.health.telemetry-export.enabled=true");

	@Test
	void isThereOnlyIfAsked() {
		this.contextRunner.withPropertyValues("management.health.telemetry-export.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ExportHealthIndicator.class));
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(ExportHealthIndicator.class));
	}

	@Test
	void isNotThereWhereExportsAreNotWatched() {
		this.contextRunner.withPropertyValues("telemetry.export.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ExportHealthIndicator.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader(HealthIndicator.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PipelineCounts.class));
	}

	@Test
	void isUpWhileAllIsWell() {
		this.contextRunner.run((context) -> {
			PipelineCounts counts = context.getBean(PipelineCounts.class);
			counts.open(Signal.TRACES, 8);
			assertThat(health(context.getBean(HealthContributorRegistry.class))).isEqualTo(Health.up()
				.withDetail("traces", Map.of("state", "working", "exported", 0L, "failed", 0L, "dropped", 0L))
				.build());
		});
	}

	@Test
	void isUnknownAndNeverDownWhileAnExportFails() {
		this.contextRunner.run((context) -> {
			PipelineCounts counts = context.getBean(PipelineCounts.class);
			ExportWatch watch = context.getBean(ExportWatch.class);
			counts.open(Signal.TRACES, 8);
			counts.open(Signal.METRICS, 0);
			watch.failed(Signal.TRACES, new ConnectException("no way to https://user:p4ssw0rd-x@collector"));
			Health failing = health(context.getBean(HealthContributorRegistry.class));
			assertThat(failing.getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(failing.getDetails()).containsOnlyKeys("traces", "metrics");
			assertThat(failing.getDetails().get("traces")).isEqualTo(Map.of("state", "failing", "exported", 0L,
					"failed", 0L, "dropped", 0L, "lastError", "no way to https://user:***@collector"));
			watch.succeeded(Signal.TRACES);
			assertThat(health(context.getBean(HealthContributorRegistry.class)).getStatus()).isEqualTo(Status.UP);
		});
	}

	private static Health health(HealthContributorRegistry registry) {
		return ((HealthIndicator) registry.getContributor("telemetryExport")).health(true);
	}

}
