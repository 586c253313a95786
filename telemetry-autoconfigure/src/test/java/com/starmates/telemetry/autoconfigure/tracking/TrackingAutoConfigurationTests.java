// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.tracking.TrackingProblemDetails;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TrackingAutoConfiguration}.
 */
class TrackingAutoConfigurationTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TrackingAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class));

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates()).contains(
				TrackingAutoConfiguration.class.getName(), ContextPropagationAutoConfiguration.class.getName(),
				DisabledSdkAutoConfiguration.class.getName());
	}

	@Test
	void comesBeforeBootsErrorAttributes() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(ErrorAttributes.class)
			.hasSingleBean(TrackingErrorAttributes.class)
			.hasSingleBean(TrackingProblemDetails.class));
	}

	@Test
	void leavesBootsErrorAttributesWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.tracking.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(DefaultErrorAttributes.class)
				.doesNotHaveBean(TrackingErrorAttributes.class)
				.doesNotHaveBean(TrackingProblemDetails.class));
	}

	@Test
	void backsOffForTheUsersErrorAttributes() {
		DefaultErrorAttributes mine = new DefaultErrorAttributes();
		this.contextRunner.withBean("mine", ErrorAttributes.class, () -> mine)
			.run((context) -> assertThat(context).getBean(ErrorAttributes.class).isSameAs(mine));
	}

	@Test
	void backsOffWithoutSpringMvcsErrorHandling() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(ErrorAttributes.class))
			.run((context) -> assertThat(context).doesNotHaveBean(TrackingProblemDetails.class));
	}

	@Test
	void failsWithThePropertyWhenTheHeaderNameIsNone() {
		this.contextRunner.withPropertyValues("telemetry.tracking.header-name=X Tracking")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("telemetry.tracking.header-name")
				.hasMessageContaining("X Tracking"));
	}

}
