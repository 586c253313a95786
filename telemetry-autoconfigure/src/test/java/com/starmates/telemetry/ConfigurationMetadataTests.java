// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Property names and descriptions are API: they are what people meet first.
 */
class ConfigurationMetadataTests {

	private static final List<String> FEATURES = List.of("tracking", "http", "logging", "metrics", "ai", "business",
			"database", "masking", "messaging", "persistence", "export", "doctor");

	/** Where Boot has those of all endpoints and health contributors. */
	private static final List<String> BOOTS = List.of("management.endpoint.telemetry.access",
			"management.endpoint.telemetry.cache.time-to-live", "management.health.telemetry-export.enabled");

	@Test
	void everyPropertyIsOurs() throws IOException {
		assertThat(properties()).isNotEmpty()
			.map((property) -> property.path("name").asString())
			.allMatch((name) -> name.startsWith("telemetry.") || BOOTS.contains(name));
	}

	@Test
	void everyPropertyBelongsToAKnownFeature() throws IOException {
		assertThat(properties()).map((property) -> property.path("name").asString())
			.filteredOn((name) -> !BOOTS.contains(name))
			.map((name) -> name.split("\\.")[1])
			.isSubsetOf(concat(FEATURES, "enabled", "project"));
	}

	@Test
	void everyPropertyIsDescribedInOneStyle() throws IOException {
		assertThat(properties()).allSatisfy((property) -> {
			String name = property.path("name").asString();
			String description = property.path("description").asString("");
			assertThat(description).as(name).isNotBlank().endsWith(".").doesNotStartWith("The ").doesNotContain("{@");
			if ("java.lang.Boolean".equals(property.path("type").asString())) {
				assertThat(description).as(name).startsWith("Whether ");
			}
		});
	}

	@Test
	void everyFeatureHasASwitchThatIsOnByDefault() throws IOException {
		List<JsonNode> switches = properties().stream()
			.filter((property) -> property.path("name").asString().matches("telemetry\\.(\\w+\\.)?enabled"))
			.toList();
		assertThat(switches).isNotEmpty()
			.allSatisfy((property) -> assertThat(property.path("defaultValue").asBoolean()).isTrue());
		assertThat(switches).map((property) -> property.path("name").asString())
			.contains("telemetry.enabled", "telemetry.tracking.enabled", "telemetry.http.enabled",
					"telemetry.logging.enabled", "telemetry.metrics.enabled", "telemetry.export.enabled",
					"telemetry.persistence.enabled", "telemetry.masking.enabled", "telemetry.doctor.enabled");
	}

	private static List<JsonNode> properties() throws IOException {
		try (InputStream metadata = ConfigurationMetadataTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			List<JsonNode> properties = new ArrayList<>();
			JsonMapper.shared().readTree(metadata).path("properties").forEach(properties::add);
			return properties;
		}
	}

	private static List<String> concat(List<String> list, String... more) {
		List<String> all = new ArrayList<>(list);
		all.addAll(List.of(more));
		return all;
	}

}
