// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.http.ExcludedPaths;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.application.AvailabilityHealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link QuietPaths}, with Boot's endpoints.
 */
class QuietPathsTests {

	private static final String DEFAULT_BASE_PATH = "management.endpoints.web.base-path=/actuator";

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(HttpAutoConfiguration.class, ResourceAutoConfiguration.class,
				ApplicationAvailabilityAutoConfiguration.class, EndpointAutoConfiguration.class,
				WebEndpointAutoConfiguration.class, HealthEndpointAutoConfiguration.class,
				AvailabilityProbesAutoConfiguration.class, HealthContributorAutoConfiguration.class,
				HealthContributorRegistryAutoConfiguration.class, AvailabilityHealthContributorAutoConfiguration.class))
		.withBean(OpenTelemetry.class, OpenTelemetry::noop)
		.withPropertyValues("telemetry.http.exclude-paths=/mine");

	@Test
	void areBelowTheBasePath() {
		assertQuiet(DEFAULT_BASE_PATH, "/actuator", "/actuator/health", "/actuator;a=b/health", "/mine", "/mine/too");
		assertRecorded(DEFAULT_BASE_PATH, "/", "/actuators", "/health", "/mines");
		assertQuiet("management.endpoints.web.base-path=/manage/", "/manage/health", "/mine");
		assertRecorded("management.endpoints.web.base-path=/manage/", "/actuator/health");
	}

	@Test
	void followTheServletPathBelowAnyContextPath() {
		this.contextRunner.withPropertyValues("spring.mvc.servlet.path=/mvc/").run((context) -> {
			ExcludedPaths paths = context.getBean(ExcludedPaths.class);
			assertThat(paths.contains("/mvc/actuator/health", 0)).isTrue();
			assertThat(paths.contains("/app/mvc/actuator/health", "/app".length())).isTrue();
			assertThat(paths.contains("/app/mine", "/app".length())).isTrue();
			assertThat(paths.contains("/app/mine", 0)).isFalse();
			assertThat(paths.contains("/actuator/health", 0)).isFalse();
		});
	}

	@Test
	void areNotTheWayToAnother() {
		assertRecorded(DEFAULT_BASE_PATH, "/actuator/../plain", "/actuator/%2e%2e/plain", "/actuator;/../plain",
				"/actuator//plain", "/mine/./plain", "/mine\\..\\plain");
	}

	@Test
	void areThoseOfEachEndpointWhenTheBasePathIsTheRoot() {
		assertQuiet("management.endpoints.web.base-path=/", "/health", "/health/liveness", "/mine");
		assertRecorded("management.endpoints.web.base-path=/", "/", "/healthy", "/actuator");
	}

	@Test
	void areThoseOfProbesOnTheApplicationsPort() {
		assertQuiet("management.endpoint.health.probes.add-additional-paths=true", "/livez", "/readyz");
		assertRecorded(DEFAULT_BASE_PATH, "/livez");
	}

	@Test
	void areTheApplicationsAloneWithoutEndpoints() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(PathMappedEndpoints.class)).run((context) -> {
			ExcludedPaths paths = context.getBean(ExcludedPaths.class);
			assertThat(paths.contains("/mine", 0)).isTrue();
			assertThat(paths.contains("/actuator", 0)).isFalse();
		});
	}

	private void assertQuiet(String property, String... paths) {
		assertContains(true, property, paths);
	}

	private void assertRecorded(String property, String... paths) {
		assertContains(false, property, paths);
	}

	private void assertContains(boolean expected, String property, String... paths) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(paths)
				.allSatisfy((path) -> assertThat(context.getBean(ExcludedPaths.class).contains(path, 0)).as(path)
					.isEqualTo(expected)));
	}

}
