// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.resource;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceIdentity}.
 */
class ServiceIdentityTests {

	@Test
	void hasNamesWhereNothingIsSet() {
		assertThat(resolve(Map.of())).isEqualTo(new ServiceIdentity("unknown_service", "dev", "unknown_service"));
	}

	@Test
	void takesTheApplicationName() {
		assertThat(resolve(Map.of("spring.application.name", "app")).service()).isEqualTo("app");
	}

	@Test
	void resourceAttributesWinOverTheApplicationName() {
		assertThat(resolve(Map.of("spring.application.name", "app", "OTEL_RESOURCE_ATTRIBUTES", "service.name=attr"))
			.service()).isEqualTo("attr");
	}

	@Test
	void theServiceVariableWinsOverResourceAttributes() {
		assertThat(
				resolve(Map.of("OTEL_SERVICE_NAME", "var", "OTEL_RESOURCE_ATTRIBUTES", "service.name=attr")).service())
			.isEqualTo("var");
	}

	@Test
	void propertiesWinOverVariables() {
		assertThat(resolve(Map.of("OTEL_SERVICE_NAME", "var",
				"management.opentelemetry.resource-attributes.service.name", "property"))
			.service()).isEqualTo("property");
	}

	@Test
	void readsPropertiesWithBracketsToo() {
		assertThat(resolve(Map.of("management.opentelemetry.resource-attributes[service.name]", "yaml")).service())
			.isEqualTo("yaml");
	}

	@Test
	void emptyValuesCountAsAbsent() {
		assertThat(resolve(Map.of("OTEL_SERVICE_NAME", " ", "spring.application.name", "app")).service())
			.isEqualTo("app");
	}

	@Test
	void takesTheEnvironmentFromItsVariable() {
		assertThat(resolve(Map.of("ENVIRONMENT", "staging")).environment()).isEqualTo("staging");
	}

	@Test
	void resourceAttributesWinOverTheEnvironmentVariable() {
		assertThat(resolve(
				Map.of("ENVIRONMENT", "staging", "OTEL_RESOURCE_ATTRIBUTES", "team=a,deployment.environment.name=prod"))
			.environment()).isEqualTo("prod");
	}

	@Test
	void decodesResourceAttributes() {
		assertThat(resolve(Map.of("OTEL_RESOURCE_ATTRIBUTES", " service.name = caf%C3%A9+bar ")).service())
			.isEqualTo("café+bar");
	}

	@Test
	void malformedResourceAttributesDoNoHarm() {
		assertThat(resolve(Map.of("OTEL_RESOURCE_ATTRIBUTES", "=,a,service.name=100%")).service()).isEqualTo("100%");
	}

	@Test
	void projectIsSetApart() {
		assertThat(resolve(Map.of("telemetry.project", "starmates-ai-team", "OTEL_SERVICE_NAME", "app")))
			.isEqualTo(new ServiceIdentity("app", "dev", "starmates-ai-team"));
	}

	private static ServiceIdentity resolve(Map<String, String> properties) {
		return ServiceIdentity.resolve(properties::get);
	}

}
