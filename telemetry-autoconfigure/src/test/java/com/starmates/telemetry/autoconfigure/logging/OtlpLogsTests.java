// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.LoggerContext;
import com.starmates.telemetry.logging.OtlpAppender;
import com.starmates.telemetry.test.OtlpReceiver;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpLogs} and {@link OtlpAppender}, in an application that starts.
 */
class OtlpLogsTests {

	private static final String ENDPOINT = "management.opentelemetry.logging.export.otlp.endpoint";

	/** Where Boot's own exporter sends the same. */
	private static OtlpReceiver receiver;

	private static final Logger logger = LoggerFactory.getLogger("com.example.Orders");

	@BeforeAll
	static void startReceiver() throws IOException {
		receiver = new OtlpReceiver(null);
	}

	@AfterAll
	static void stopReceiver() {
		receiver.close();
	}

	@Test
	void sendsFromTheFirstLineOn() {
		assertThat(exported(() -> {
		})).extracting((record) -> body(record))
			.filteredOn((body) -> body.startsWith("Starting ") || body.startsWith("Started "))
			.hasSize(2);
	}

	@Test
	void aRecordHasWhatTheLineHas() {
		LogRecordData record = only(() -> {
			MDC.put("session_id", "session_1");
			logger.atWarn()
				.addKeyValue("request_method", "GET")
				.addKeyValue("order", Map.of("id", 7L, "paid", true, "total", 1.5))
				.addKeyValue("tags", List.of("a", "b"))
				.addKeyValue("api_key", "mine")
				.log("Order {} of password=mine", 7);
			MDC.remove("session_id");
		});
		assertThat(body(record)).isEqualTo("Order 7 of password=***");
		assertThat(record.getSeverity()).isEqualTo(Severity.WARN);
		assertThat(record.getInstrumentationScopeInfo().getName()).isEqualTo("com.example.Orders");
		assertThat(attributes(record)).containsEntry("request.method", "GET")
			.containsEntry("session.id", "session_1")
			.containsEntry("order.id", 7L)
			.containsEntry("order.paid", true)
			.containsEntry("order.total", 1.5)
			.containsEntry("tags", List.of("a", "b"))
			.containsEntry("api_key", "***")
			.containsEntry("tracking_id", "unknown")
			.containsEntry("source.module", "com.example.Orders")
			.containsEntry("source.thread", Thread.currentThread().getName())
			.hasSize(10);
	}

	@Test
	void aRecordHasItsExceptionWithoutSecrets() {
		LogRecordData record = only(() -> logger.error("Failed", new IllegalStateException("password=mine")));
		assertThat(attributes(record)).containsEntry("error.type", "IllegalStateException")
			.containsEntry("error.message", "password=***")
			.containsEntry("exception.class", "java.lang.IllegalStateException")
			.containsEntry("exception.file", "OtlpLogsTests.java")
			.containsKeys("exception.line", "source.function", "source.line");
		assertThat((String) attributes(record).get("exception.stack_trace"))
			.startsWith("java.lang.IllegalStateException: password=***\n\tat com.starmates");
		assertThat(attributes(record).toString()).doesNotContain("mine");
	}

	@Test
	void aRecordBelongsToItsSpan() {
		Span span = SdkTracerProvider.builder().build().get("test").spanBuilder("test").startSpan();
		LogRecordData record = only(() -> {
			try (Scope scope = span.makeCurrent()) {
				logger.info("Within");
			}
		});
		assertThat(record.getSpanContext()).isEqualTo(span.getSpanContext());
		assertThat(attributes(record)).containsEntry("tracking_id", span.getSpanContext().getTraceId())
			.doesNotContainKeys("tracing.trace_id", "service", "environment");
	}

	@Test
	void whatSendsIsNotSent() {
		assertThat(exported(() -> {
			LoggerFactory.getLogger("io.opentelemetry.exporter.http").error("Sending failed");
			LoggerFactory.getLogger("okhttp3.OkHttpClient").error("Sending failed");
			LoggerFactory.getLogger("com.starmates.telemetry.export.ExportWatch").error("Sending failed");
		})).extracting((record) -> body(record)).doesNotContain("Sending failed");
	}

	@Test
	void nothingIsKeptWhereNobodyExports() {
		try (ConfigurableApplicationContext context = start(Application.class,
				"management.logging.export.otlp.enabled=false")) {
			assertThat(appender()).isNull();
		}
	}

	@Test
	void nothingIsSentOnceTheApplicationHasEnded() {
		InMemoryLogRecordExporter exporter;
		try (ConfigurableApplicationContext context = start(Exporting.class)) {
			assertThat(appender()).isInstanceOf(OtlpAppender.class);
			exporter = context.getBean(InMemoryLogRecordExporter.class);
		}
		assertThat(appender()).isNull();
		assertThat(exporter).isNotNull();
	}

	@Test
	void numbersThatAttributesCannotHaveAreText() {
		LogRecordData record = only(() -> logger.atInfo()
			.addKeyValue("large", BigInteger.TEN.pow(1500))
			.addKeyValue("larger", new BigDecimal("1E+5000"))
			.log("Counted"));
		assertThat(attributes(record)).containsEntry("large", BigInteger.TEN.pow(1500).toString())
			.containsEntry("larger", "1E+5000");
	}

	@Test
	void theFirstOfSeveralApplicationsSends() {
		try (ConfigurableApplicationContext first = start(Exporting.class)) {
			try (ConfigurableApplicationContext second = start(Exporting.class)) {
				logger.info("both");
				assertThat(bodies(second)).isEmpty();
			}
			logger.info("after");
			assertThat(bodies(first)).contains("both", "after");
		}
	}

	@Test
	void nothingIsKeptWithoutBeansThatSend() {
		try (ConfigurableApplicationContext context = start(Bare.class)) {
			assertThat(appender()).isNull();
		}
	}

	@Test
	void withoutAnEndpointRecordsAreSentFromWhenThereAreBeans() {
		try (ConfigurableApplicationContext context = start(Exporting.class,
				"management.logging.export.otlp.enabled=false")) {
			logger.info("later");
			assertThat(bodies(context)).contains("later").noneMatch((body) -> body.startsWith("Starting "));
		}
	}

	@Test
	void anAppenderOfTheApplicationsOwnIsEnough() {
		OpenTelemetryAppender own = new OpenTelemetryAppender();
		ch.qos.logback.classic.Logger orders = ((LoggerContext) LoggerFactory.getILoggerFactory())
			.getLogger("com.example.Orders");
		orders.addAppender(own);
		try {
			OtlpLogs.keep(new MockEnvironment().withProperty("management.opentelemetry.logging.export.otlp.endpoint",
					"http://localhost:1"));
			assertThat(appender()).isNull();
		}
		finally {
			orders.detachAppender(own);
		}
	}

	@Test
	void switchedOffNothingIsSent() {
		try (ConfigurableApplicationContext context = start(Exporting.class, "telemetry.logging.enabled=false")) {
			assertThat(appender()).isNull();
		}
	}

	private static LogRecordData only(Runnable work) {
		List<LogRecordData> records = exported(work).stream()
			.filter((record) -> record.getInstrumentationScopeInfo().getName().equals(logger.getName()))
			.toList();
		assertThat(records).hasSize(1);
		return records.get(0);
	}

	private static List<String> bodies(ConfigurableApplicationContext context) {
		return records(context).stream().map(OtlpLogsTests::body).toList();
	}

	private static List<LogRecordData> exported(Runnable work) {
		try (ConfigurableApplicationContext context = start(Exporting.class)) {
			work.run();
			return records(context);
		}
	}

	private static List<LogRecordData> records(ConfigurableApplicationContext context) {
		context.getBean(OpenTelemetrySdk.class).getSdkLoggerProvider().forceFlush().join(10, TimeUnit.SECONDS);
		return context.getBean(InMemoryLogRecordExporter.class).getFinishedLogRecordItems();
	}

	private static String body(LogRecordData record) {
		return Objects.requireNonNull((Value<?>) record.getBodyValue()).asString();
	}

	private static Map<String, Object> attributes(LogRecordData record) {
		Map<String, Object> attributes = new TreeMap<>();
		record.getAttributes().forEach((AttributeKey<?> key, Object value) -> attributes.put(key.getKey(), value));
		return attributes;
	}

	private static Object appender() {
		return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME)
			.getAppender("telemetryOtlp");
	}

	private static ConfigurableApplicationContext start(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("logging.level.root=INFO", ENDPOINT + "=" + receiver.url())
			.properties(properties)
			.run();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

	@SpringBootConfiguration
	static class Bare {

	}

	static class Exporting extends Application {

		@Bean
		InMemoryLogRecordExporter exporter() {
			return InMemoryLogRecordExporter.create();
		}

	}

}
