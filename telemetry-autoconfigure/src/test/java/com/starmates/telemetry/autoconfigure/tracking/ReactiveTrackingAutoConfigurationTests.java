// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.tracking.TrackingProblemDetails;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.DefaultErrorAttributes;
import org.springframework.boot.webflux.error.ErrorAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReactiveTrackingAutoConfiguration}, in Boot's chain.
 */
class ReactiveTrackingAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(
			ReactiveTrackingAutoConfiguration.class, ErrorWebFluxAutoConfiguration.class,
			WebFluxAutoConfiguration.class);

	private final ReactiveWebApplicationContextRunner contextRunner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(ReactiveTrackingAutoConfiguration.class.getName());
	}

	@Test
	void comesBeforeBootsErrorAttributes() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(ErrorAttributes.class)
			.hasSingleBean(TrackingReactiveErrorAttributes.class)
			.hasSingleBean(TrackingProblemDetails.class));
	}

	@Test
	void leavesBootsErrorAttributesWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.tracking.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(DefaultErrorAttributes.class)
				.doesNotHaveBean(TrackingReactiveErrorAttributes.class)
				.doesNotHaveBean(TrackingProblemDetails.class));
	}

	@Test
	void backsOffForTheUsersErrorAttributes() {
		DefaultErrorAttributes mine = new DefaultErrorAttributes();
		this.contextRunner.withBean("mine", ErrorAttributes.class, () -> mine)
			.run((context) -> assertThat(context).getBean(ErrorAttributes.class).isSameAs(mine));
	}

	@Test
	void backsOffInAServletApplication() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ReactiveTrackingAutoConfiguration.class))
			.run((context) -> assertThat(context).doesNotHaveBean(TrackingProblemDetails.class));
	}

}
