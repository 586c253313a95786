// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.starmates.telemetry.logging.BatchedOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BatchedConsole} and its {@link LogbackApplicationListener}.
 */
class BatchedConsoleTests {

	@BeforeEach
	void forgetTheFormat() {
		System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
	}

	@Test
	void jsonLinesAreBatched() {
		assertThat(stream()).isInstanceOf(BatchedOutput.class);
	}

	@Test
	void withoutADelayEachIsWrittenAtOnce() {
		assertThat(stream("telemetry.logging.write-delay=0")).isNotInstanceOf(BatchedOutput.class);
	}

	@Test
	void linesOfOtherFormatsAreLeftAlone() {
		assertThat(stream("telemetry.logging.format=text")).isNotInstanceOf(BatchedOutput.class);
		assertThat(stream("logging.structured.format.console=ecs")).isNotInstanceOf(BatchedOutput.class);
	}

	@Test
	void whatIsSwitchedOffIsAway() {
		assertThat(stream("telemetry.logging.enabled=false")).isNotInstanceOf(BatchedOutput.class);
		assertThat(stream("telemetry.enabled=false")).isNotInstanceOf(BatchedOutput.class);
	}

	/** Whoever ends it, and whether or not Boot stops its log. */
	@ParameterizedTest
	@ValueSource(strings = { "returns", "exits", "returns-unhooked", "exits-unhooked" })
	void allLinesAreOutWhenTheProcessHasEnded(String how, @TempDir Path directory) throws Exception {
		Path lines = directory.resolve("lines");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), EndingApplication.class.getName(), how)
			.redirectOutput(lines.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(Files.readAllLines(lines)).filteredOn((line) -> line.contains("\"module\":\"many\""))
			.hasSize(1_000)
			.last()
			.asString()
			.contains("\"@message\":\"line 999\"");
	}

	private static OutputStream stream(String... properties) {
		try (ConfigurableApplicationContext context = start(properties)) {
			assertThat(context.isActive()).isTrue();
			Logger root = LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
			return ((ConsoleAppender<ILoggingEvent>) ((ch.qos.logback.classic.Logger) root).getAppender("CONSOLE"))
				.getOutputStream();
		}
	}

	private static ConfigurableApplicationContext start(String... properties) {
		System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties(properties)
			.run();
	}

	@SpringBootConfiguration
	static class Application {

	}

}
