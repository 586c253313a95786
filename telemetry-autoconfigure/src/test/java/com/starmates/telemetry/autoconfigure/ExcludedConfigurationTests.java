// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services that leave one of the library's auto-configurations out.
 */
class ExcludedConfigurationTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withUserConfiguration(Service.class)
		.withPropertyValues("management.health.telemetry-export.enabled=true",
				"management.otlp.metrics.export.enabled=false");

	@ParameterizedTest
	@MethodSource("ours")
	void serviceStartsWithoutIt(String excluded) throws ClassNotFoundException {
		Class<?> type = Class.forName(excluded);
		this.contextRunner.withPropertyValues("spring.autoconfigure.exclude=" + excluded)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(type));
	}

	static List<String> ours() {
		return ImportCandidates.load(AutoConfiguration.class, null)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("com.starmates.telemetry."))
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class })
	static class Service {

	}

}
