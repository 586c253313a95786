// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The formats of lines on the console and in a file.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogFormatTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String SPAN_ID = "00f067aa0ba902b7";

	@BeforeEach
	@AfterEach
	void forgetTheFormat() {
		for (LoggingSystemProperty property : LoggingSystemProperty.values()) {
			System.clearProperty(property.getEnvironmentVariableName());
		}
		MDC.clear();
	}

	@Test
	void textTellsTheTrackingId(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start("telemetry.logging.format=text")) {
			log();
		}
		assertThat(output.getOut().lines()).filteredOn((line) -> line.endsWith(" : Hello"))
			.singleElement()
			.asString()
			.contains("[" + TRACE_ID + "-" + SPAN_ID + "] com.example.Orders");
	}

	@Test
	void jsonIsTheDefault(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start()) {
			log();
		}
		JsonNode line = output.getOut()
			.lines()
			.filter((text) -> text.contains("Hello"))
			.map(JsonMapper.shared()::readTree)
			.findFirst()
			.orElseThrow();
		assertThat(line.get("tracking_id").asString()).isEqualTo(TRACE_ID);
	}

	@Test
	void aFileHasTheLinesOfTheConsole(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("app.log");
		try (ConfigurableApplicationContext context = start("logging.file.name=" + file)) {
			log();
		}
		assertThat(Files.readAllLines(file)).allSatisfy((line) -> JsonMapper.shared().readTree(line))
			.filteredOn((line) -> line.contains("Hello"))
			.singleElement()
			.extracting((line) -> JsonMapper.shared().readTree(line).get("tracking_id").asString())
			.isEqualTo(TRACE_ID);
	}

	@Test
	void aFileOfTextIsText(@TempDir Path directory) throws IOException {
		Path file = directory.resolve("app.log");
		try (ConfigurableApplicationContext context = start("logging.file.name=" + file,
				"telemetry.logging.format=text")) {
			log();
		}
		assertThat(Files.readAllLines(file)).filteredOn((line) -> line.endsWith(" : Hello")).hasSize(1);
	}

	private static void log() {
		MDC.put("traceId", TRACE_ID);
		MDC.put("spanId", SPAN_ID);
		LoggerFactory.getLogger("com.example.Orders").info("Hello");
	}

	private static ConfigurableApplicationContext start(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(properties)
			.run();
	}

	@SpringBootConfiguration
	static class Application {

	}

}
