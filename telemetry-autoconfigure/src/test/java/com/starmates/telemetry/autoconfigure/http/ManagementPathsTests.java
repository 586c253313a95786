// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ManagementPaths}.
 */
class ManagementPathsTests {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void areBelowActuatorByDefault() {
		assertThat(paths()).containsExactly("/actuator", "/mine");
	}

	@Test
	void followTheBasePath() {
		this.environment.setProperty("management.endpoints.web.base-path", "/manage/");
		assertThat(paths()).containsExactly("/manage", "/mine");
	}

	@Test
	void followContextAndServletPath() {
		this.environment.setProperty("server.servlet.context-path", "/app");
		this.environment.setProperty("spring.mvc.servlet.path", "/mvc");
		assertThat(paths()).containsExactly("/app/mvc/actuator", "/app/mine");
	}

	@Test
	void areThoseOfEachEndpointWhenMappedAtTheRoot() {
		this.environment.setProperty("management.endpoints.web.base-path", "/");
		assertThat(paths()).contains("/health", "/prometheus", "/mine").doesNotContain("", "/");
	}

	private List<String> paths() {
		return new ManagementPaths(this.environment).with(List.of("/mine"));
	}

}
