// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

import com.starmates.telemetry.concurrent.PropagatingExecutors;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExecutorPostProcessor}: it wraps what nobody relies on to be itself.
 */
class ExecutorPostProcessorTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ContextPropagationAutoConfiguration.class))
		.withUserConfiguration(ExecutorBeans.class)
		.withPropertyValues("spring.task.execution.propagate-context=true");

	@ParameterizedTest
	@CsvSource({ "service, true", "pool, true", "forkJoin, false", "anything, false", "made, true",
			"madeAsObject, false", "proxied, false" })
	void wrapsWhatIsDeclaredAsAnInterface(String bean, boolean propagating) {
		this.contextRunner
			.run((context) -> assertThat(PropagatingExecutors.isPropagating((Executor) context.getBean(bean)))
				.isEqualTo(propagating));
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.task.execution.propagate-context=false", "telemetry.tracking.enabled=false" })
	void leavesExecutorsAsTheyAreWhenTold(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(
					PropagatingExecutors.isPropagating(context.getBean("service", ExecutorService.class)))
				.isFalse());
	}

	@Test
	void endsWhatIsWrapped() {
		ExecutorService service = Executors.newSingleThreadExecutor();
		this.contextRunner.withBean("given", ExecutorService.class, () -> service)
			.run((context) -> assertThat(context.getBean("given")).isNotSameAs(service));
		assertThat(service.isShutdown()).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	static class ExecutorBeans {

		@Bean
		ExecutorService service() {
			return Executors.newSingleThreadExecutor();
		}

		@Bean
		ThreadPoolTaskExecutor pool() {
			return new ThreadPoolTaskExecutor();
		}

		@Bean
		ForkJoinPool forkJoin() {
			return new ForkJoinPool(1);
		}

		@Bean(destroyMethod = "shutdown")
		Object anything() {
			return Executors.newSingleThreadExecutor();
		}

		@Bean
		FactoryBean<ExecutorService> made() {
			return new Factory<>(Executors.newSingleThreadExecutor());
		}

		@Bean
		FactoryBean<Object> madeAsObject() {
			return new Factory<>(Executors.newSingleThreadExecutor());
		}

		@Bean
		Executor proxied() {
			return ProxyFactory.getProxy(Executor.class, (MethodInterceptor) (invocation) -> null);
		}

	}

	/** Makes an executor. */
	private record Factory<T>(T executor) implements FactoryBean<T> {

		@Override
		public T getObject() {
			return this.executor;
		}

		@Override
		public Class<?> getObjectType() {
			return this.executor.getClass();
		}

	}

}
