// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.read.ListAppender;
import com.starmates.telemetry.autoconfigure.http.HttpAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.http.AccessLog;
import com.starmates.telemetry.http.ExchangeRecorder;
import com.starmates.telemetry.logging.EmptyLines;
import com.starmates.telemetry.logging.LogBufferFilter;
import com.starmates.telemetry.logging.LogBuffers;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogBufferAutoConfiguration}.
 */
class LogBufferAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(LogBufferAutoConfiguration.class,
			LoggingAutoConfiguration.class, HttpAutoConfiguration.class, ResourceAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withBean(OpenTelemetry.class, () -> OpenTelemetrySdk.builder().build())
		.withPropertyValues("telemetry.logging.buffer.enabled=true");

	private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	/** Other applications of this process may have theirs. */
	private final List<TurboFilter> before = List.copyOf(this.root.getLoggerContext().getTurboFilterList());

	@BeforeEach
	void append() {
		this.root.addAppender(this.appender);
	}

	@AfterEach
	void nothingIsLeft() {
		this.root.detachAppender(this.appender);
		assertThat(added()).isEmpty();
	}

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(LogBufferAutoConfiguration.class.getName());
	}

	@Test
	void isOffByDefaultAndThenAddsNothing() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withBean(OpenTelemetry.class, () -> OpenTelemetrySdk.builder().build())
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.doesNotHaveBean(LogBuffers.class)
					.doesNotHaveBean(LogBufferRecorder.class);
				assertThat(added()).isEmpty();
				assertThat(this.appender.getCopyOfAttachedFiltersList()).isEmpty();
			});
	}

	@Test
	void addsItsFiltersAsLongAsTheApplicationRuns() {
		this.contextRunner.run((context) -> {
			assertThat(added()).hasSize(1).hasOnlyElementsOfType(LogBufferFilter.class);
			assertThat(this.appender.getCopyOfAttachedFiltersList()).hasSize(1).hasOnlyElementsOfType(EmptyLines.class);
		});
	}

	@Test
	void writesBeforeTheAccessLog() {
		this.contextRunner.run((context) -> assertThat(context.getBeanProvider(ExchangeRecorder.class).orderedStream())
			.filteredOn((recorder) -> recorder instanceof AccessLog || recorder instanceof LogBufferRecorder)
			.hasExactlyElementsOfTypes(LogBufferRecorder.class, AccessLog.class));
	}

	@Test
	void backsOffWhenSwitchedOff() {
		for (String property : List.of("telemetry.enabled", "telemetry.logging.enabled", "telemetry.http.enabled")) {
			this.contextRunner.withPropertyValues(property + "=false")
				.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LogBuffers.class));
		}
	}

	@Test
	void backsOffWithoutLogback() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(TurboFilter.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("telemetryLogBuffers"));
	}

	@Test
	void backsOffInAnApplicationWithoutAServer() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withPropertyValues("telemetry.logging.buffer.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LogBuffers.class));
	}

	@Test
	void usesTheBuffersOfTheApplication() {
		LogBuffers own = new LogBuffers(ch.qos.logback.classic.Level.TRACE, 1000, 1000);
		this.contextRunner.withBean(LogBuffers.class, () -> own)
			.run((context) -> assertThat(context).getBean(LogBuffers.class).isSameAs(own));
	}

	@Test
	void keepsFromTheLevelOnThatItIsTold() {
		Logger logger = (Logger) LoggerFactory.getLogger("com.example.Orders");
		this.contextRunner.withPropertyValues("telemetry.logging.buffer.level=trace").run((context) -> {
			LogBuffers buffers = context.getBean(LogBuffers.class);
			try (Scope scope = buffers.open(Context.root()).makeCurrent()) {
				assertThat(logger.isTraceEnabled()).isTrue();
			}
		});
	}

	@ParameterizedTest
	@CsvSource({ "max-request-size, 1023B, 1KB or more", "max-total-size, 255KB, max-request-size",
			"slow-threshold, -1s, zero or more" })
	void failsWithThePropertyWhenItsValueCannotBe(String name, String value, String expected) {
		this.contextRunner.withPropertyValues("telemetry.logging.buffer." + name + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("telemetry.logging.buffer." + name)
				.hasMessageContaining(expected));
	}

	private List<TurboFilter> added() {
		return this.root.getLoggerContext()
			.getTurboFilterList()
			.stream()
			.filter((filter) -> !this.before.contains(filter))
			.toList();
	}

}
