// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.logging.BatchedOutput;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with a Logback configuration of its own.
 */
class OwnLogbackConfigurationTests {

	@TempDir
	private Path directory;

	@BeforeEach
	void forgetTheFormat() {
		System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
	}

	@Test
	void itsEncoderKnowsTheService() throws Exception {
		JsonNode line = line(() -> LoggerFactory.getLogger("com.example.Orders").info("Hello"));
		assertThat(line.get("level").asString()).isEqualTo("INFO");
		assertThat(line.get("service").asString()).isEqualTo("orders");
		assertThat(line.get("environment").asString()).isEqualTo("prod");
	}

	@Test
	void linesBehindAnAsynchronousAppenderTellWhatTheWorkIsAbout() throws Exception {
		JsonNode line = line(() -> {
			try (Scope scope = TelemetryContext.open()) {
				TelemetryContext.current().user("user_1");
				LoggerFactory.getLogger("com.example.Orders").info("Hello");
			}
		});
		assertThat(line.at("/user/id").asString()).isEqualTo("user_1");
	}

	@Test
	void bootsAppendersHaveTheLibrarysFormat() {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(
					((ConsoleAppender<ILoggingEvent>) appender(Logger.ROOT_LOGGER_NAME, "CONSOLE")).getOutputStream())
				.isInstanceOf(BatchedOutput.class);
		}
	}

	@Test
	void errorsOfLoggersThatKeepTheirLinesApartAreSeen() {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(appender("com.example.apart", "telemetryErrorSpanEvents")).isNotNull();
			assertThat(appender(Logger.ROOT_LOGGER_NAME, "telemetryErrorSpanEvents"))
				.isSameAs(appender("com.example.apart", "telemetryErrorSpanEvents"));
		}
	}

	@Test
	void itsLevelsAreLeftAlone() {
		try (ConfigurableApplicationContext context = start("ENVIRONMENT=prod")) {
			assertThat(LoggerFactory.getLogger("com.example.Orders").isInfoEnabled()).isTrue();
		}
	}

	private JsonNode line(Runnable work) throws IOException {
		try (ConfigurableApplicationContext context = start()) {
			work.run();
		}
		((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME)
			.getAppender("ASYNC")
			.stop();
		List<JsonNode> lines = Files.readAllLines(this.directory.resolve("own.log"))
			.stream()
			.map(JsonMapper.shared()::readTree)
			.filter((line) -> line.get("message").asString().equals("Hello"))
			.toList();
		assertThat(lines).hasSize(1);
		return lines.get(0);
	}

	private ConfigurableApplicationContext start(String... properties) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("logging.config=classpath:logging/own-logback-spring.xml", "spring.application.name=orders",
					"test.directory=" + this.directory)
			.properties(properties)
			.run();
	}

	private static Object appender(String logger, String name) {
		return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(logger).getAppender(name);
	}

	@SpringBootConfiguration
	static class Application {

	}

}
