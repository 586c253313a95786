// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.tracking.AutomaticPropagation;
import com.starmates.telemetry.tracking.ContextPropagation;
import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.reactor.autoconfigure.ReactorAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContextPropagationAutoConfiguration}.
 */
class ContextPropagationAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContextPropagationAutoConfiguration.class));

	@Test
	void registersTheAccessorAndTakesItBack() {
		int before = accessors();
		this.contextRunner.run((context) -> assertThat(isRegistered()).isTrue());
		assertThat(accessors()).isEqualTo(before);
	}

	@Test
	void registersItEvenWhereBeansAreLazy() {
		int before = accessors();
		this.contextRunner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> assertThat(isRegistered()).isTrue());
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.tracking.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(ContextPropagation.class));
	}

	@Test
	void backsOffWithoutContextPropagation() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(ContextRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ContextPropagation.class));
	}

	@Test
	void switchesReactorsPropagationOnWhereSpringBootDoesNot() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(ReactorAutoConfiguration.class))
			.withPropertyValues("spring.reactor.context-propagation=auto")
			.run((context) -> assertThat(context).hasSingleBean(AutomaticPropagation.class));
	}

	@Test
	void leavesReactorToSpringBoot() {
		this.contextRunner.withPropertyValues("spring.reactor.context-propagation=auto")
			.run((context) -> assertThat(context).doesNotHaveBean(AutomaticPropagation.class));
	}

	@Test
	void leavesReactorAsTheApplicationWantsIt() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(ReactorAutoConfiguration.class))
			.withPropertyValues("spring.reactor.context-propagation=limited")
			.run((context) -> assertThat(context).doesNotHaveBean(AutomaticPropagation.class));
	}

	private static boolean isRegistered() {
		return ContextRegistry.getInstance()
			.getThreadLocalAccessors()
			.stream()
			.anyMatch((accessor) -> "com.starmates.telemetry.context".equals(accessor.key()));
	}

	private static int accessors() {
		return ContextRegistry.getInstance().getThreadLocalAccessors().size();
	}

}
