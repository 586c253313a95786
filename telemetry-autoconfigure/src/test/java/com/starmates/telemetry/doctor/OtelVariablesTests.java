// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetryEnvironmentVariableEnvironmentPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtelVariables}.
 */
class OtelVariablesTests {

	@Test
	void knowsExactlyWhatBootReads() throws IOException {
		Class<?> reader = OpenTelemetryEnvironmentVariableEnvironmentPostProcessor.class;
		try (InputStream code = reader.getResourceAsStream(reader.getSimpleName() + ".class")) {
			String constants = new String(code.readAllBytes(), StandardCharsets.ISO_8859_1);
			Set<String> names = Pattern.compile("OTEL_[A-Z_]+")
				.matcher(constants)
				.results()
				.map(MatchResult::group)
				.collect(Collectors.toSet());
			assertThat(names).hasSizeGreaterThan(50);
			assertThat(OtelVariables.names()).containsExactlyInAnyOrderElementsOf(names);
		}
	}

	@Test
	void sortsVariables() {
		List<String> names = List.of("PATH", "OTEL_SERVICE_NAME", "OTEL_TRACES_SAMPLER_ARG", "OTEL_TRACES_SAMPLER",
				"OTEL_JAVAAGENT_ENABLED", "OTEL_CONFIG_FILE");
		assertThat(OtelVariables.sort(names, true)).isEqualTo(
				new Facts.Variables(List.of("OTEL_SERVICE_NAME", "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG"),
						List.of("OTEL_CONFIG_FILE", "OTEL_JAVAAGENT_ENABLED")));
		assertThat(OtelVariables.sort(names, false).read()).containsExactly("OTEL_SERVICE_NAME");
	}

}
