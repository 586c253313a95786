// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.defaults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code docs/configuration.md} to the metadata and the defaults;
 * {@code -Dupdate-docs=true} writes it.
 */
class ConfigurationDocumentTests {

	private static final Path DOCUMENT = Path.of("../docs/configuration.md");

	private static final String INTRODUCTION = """
			# Configuration

			Written by a test from the property metadata. `OTEL_*` variables work as Spring Boot maps them.

			A service's identity labels every meter and stands in every line. Each part is what is found first:

			- `service`: the property `management.opentelemetry.resource-attributes[service.name]`,
			  `OTEL_SERVICE_NAME`, `service.name` in `OTEL_RESOURCE_ATTRIBUTES`, `spring.application.name`,
			  `unknown_service`
			- `environment`: the property `management.opentelemetry.resource-attributes[deployment.environment.name]`,
			  `deployment.environment.name` in `OTEL_RESOURCE_ATTRIBUTES`, `ENVIRONMENT`, `dev`
			- `project`: `telemetry.project`, the service

			## Properties

			| property | values | default | what it does |
			| --- | --- | --- | --- |
			""";

	private static final String DEFAULTS = """

			Lists are separated by commas. `telemetry.<feature>.enabled=false` takes a feature away with all its beans
			and defaults; `telemetry.enabled=false` takes away everything.

			## Defaults that differ from Spring Boot's

			Set in the source `defaultProperties`, and only where nobody has set them: a value of yours wins,
			wherever it is.

			| property | default |
			| --- | --- |
			""";

	private static final String LIST = "java.util.List<";

	@Test
	void documentListsEveryPropertyAndDefault() throws IOException {
		String expected = document();
		if (Boolean.getBoolean("update-docs")) {
			Files.writeString(DOCUMENT, expected);
		}
		assertThat(DOCUMENT).content()
			.as("docs/configuration.md; write it with -Dupdate-docs=true")
			.isEqualTo(expected);
	}

	private static String document() throws IOException {
		StringBuilder document = new StringBuilder(INTRODUCTION);
		properties().forEach((name, property) -> document
			.append("| `%s` | %s | %s | %s |%n".formatted(name, values(property.path("type").asString()),
					code(property.path("defaultValue")), property.path("description").asString())));
		document.append(DEFAULTS);
		Map<String, Object> defaults = new TreeMap<>();
		Arrays.stream(TelemetryDefaults.values()).forEach((group) -> defaults.putAll(group.properties()));
		defaults.forEach((name, value) -> document.append("| `%s` | `%s`%s |%n".formatted(name, value, when(name))));
		return document.toString().replace(System.lineSeparator(), "\n");
	}

	private static String when(String name) {
		if (TelemetryDefaults.NO_PUSH.properties().containsKey(name)) {
			return " without an OTLP endpoint";
		}
		return TelemetryDefaults.ENDPOINTS.properties().containsKey(name) ? " while Spring processes it ahead of time"
				: "";
	}

	private static Map<String, JsonNode> properties() throws IOException {
		try (InputStream metadata = ConfigurationDocumentTests.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			Map<String, JsonNode> properties = new TreeMap<>();
			for (JsonNode property : JsonMapper.shared().readTree(metadata).path("properties")) {
				properties.put(property.path("name").asString(), property);
			}
			return properties;
		}
	}

	private static String values(String type) {
		return switch (type) {
			case "java.lang.Boolean" -> "`true`, `false`";
			case "java.time.Duration" -> "a duration";
			case "java.lang.Integer", "java.lang.Double" -> "a number";
			case "java.lang.String" -> "text";
			case "org.springframework.util.unit.DataSize" -> "a size";
			case "java.util.List<java.lang.String>" -> "a list of texts";
			case "java.util.Map<java.lang.String,java.lang.Integer>" -> "numbers by name";
			default ->
				type.startsWith(LIST) ? "a list, each with " + members(type.substring(LIST.length(), type.length() - 1))
						: constants(type);
		};
	}

	private static String members(String type) {
		return Arrays.stream(ClassUtils.resolveClassName(type, null).getRecordComponents())
			.map((member) -> "`" + DataObjectPropertyName.toDashedForm(member.getName()) + "`")
			.collect(Collectors.joining(", "));
	}

	private static String constants(String type) {
		return Arrays.stream(ClassUtils.resolveClassName(type, null).getEnumConstants())
			.map((constant) -> "`" + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT) + "`")
			.collect(Collectors.joining(", "));
	}

	private static String code(JsonNode value) {
		return (value.isMissingNode() || value.isArray()) ? "" : "`" + value.asString() + "`";
	}

}
