// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.io.OutputStream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.starmates.telemetry.logging.BatchedOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BatchedConsole} and its {@link BatchedConsoleApplicationListener}.
 */
@ExtendWith(OutputCaptureExtension.class)
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

	@Test
	void allLinesAreOutWhenTheApplicationHasEnded(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start()) {
			for (int i = 0; i < 1_000; i++) {
				LoggerFactory.getLogger("many").info("line {}", i);
			}
			assertThat(context.isActive()).isTrue();
		}
		((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
		assertThat(output.getOut().lines().filter((line) -> line.contains("\"module\":\"many\""))).hasSize(1_000)
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
