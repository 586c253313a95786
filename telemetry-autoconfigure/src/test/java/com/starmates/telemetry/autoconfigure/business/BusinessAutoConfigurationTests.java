// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.business;

import java.util.List;

import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.business.BusinessOperations;
import com.starmates.telemetry.business.OperationAdvisingPostProcessor;
import com.starmates.telemetry.business.UsageMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BusinessAutoConfiguration}.
 */
class BusinessAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BusinessAutoConfiguration.class,
				DisabledBusinessAutoConfiguration.class, MetricsAutoConfiguration.class, MaskingAutoConfiguration.class,
				ResourceAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues("spring.application.name=app");

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(BusinessAutoConfiguration.class.getName(), DisabledBusinessAutoConfiguration.class.getName());
	}

	@Test
	void recordsByDefault() {
		this.contextRunner.run((context) -> {
			use(context.getBean(BusinessOperations.class), context.getBean(UsageMeters.class));
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("onboarding.success").counter().count()).isOne();
			assertThat(registry.get("user.activity").tags("service_name", "app").counter().count()).isOne();
			assertThat(context).hasSingleBean(OperationAdvisingPostProcessor.class);
		});
	}

	@Test
	void makesWhatNobodyInjectsOnlyWhereItIsAskedFor() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBeanFactory().containsSingleton("telemetryUsageMeters")).isFalse();
			assertThat(context.getBean(UsageMeters.class)).isNotNull();
		});
	}

	/** Annotated methods ask for them while they run. */
	@Test
	void makesOperationsAtStart() {
		this.contextRunner
			.run((context) -> assertThat(context.getBeanFactory().containsSingleton("telemetryBusinessOperations"))
				.isTrue());
	}

	@Test
	void applicationsFindWhatRecordsNothingWhenDisabled() {
		for (String property : List.of("telemetry.business.enabled=false", "telemetry.enabled=false")) {
			this.contextRunner.withPropertyValues(property).run((context) -> {
				use(context.getBean(BusinessOperations.class), context.getBean(UsageMeters.class));
				assertThat(context.getBean(MeterRegistry.class).find("onboarding.requests").counters()).isEmpty();
				assertThat(context.getBean(MeterRegistry.class).find("user.activity").counters()).isEmpty();
				assertThat(context).doesNotHaveBean(OperationAdvisingPostProcessor.class);
			});
		}
	}

	@Test
	void recordsSpansAloneWithoutMeters() {
		this.contextRunner.withPropertyValues("telemetry.metrics.enabled=false")
			.run((context) -> use(context.getBean(BusinessOperations.class), context.getBean(UsageMeters.class)));
	}

	@Test
	void backsOffForTheApplicationsOwn() {
		BusinessOperations own = BusinessOperations.disabled();
		this.contextRunner.withBean(BusinessOperations.class, () -> own)
			.run((context) -> assertThat(context.getBean(BusinessOperations.class)).isSameAs(own));
	}

	@Test
	void needsMicrometer() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(BusinessOperations.class));
	}

	private static void use(BusinessOperations operations, UsageMeters usage) {
		operations.named("onboarding").run((run) -> "done");
		usage.userActive("login");
	}

}
