// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.starmates.telemetry.logging.CloudWatchEncoder;
import com.starmates.telemetry.logging.LogBuffers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which lines below the level of their loggers are written, and when.
 */
@Import(LogBufferEndpoints.class)
@TestPropertySource(properties = { "telemetry.logging.buffer.enabled=true",
		"telemetry.logging.buffer.slow-threshold=1s", "logging.level.root=info" })
abstract class AbstractLogBufferExchangeTests extends AbstractExchangeTests {

	private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

	private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger(LogBufferEndpoints.class);

	@Autowired
	private LogBuffers buffers;

	@Autowired
	private LogBufferEndpoints endpoints;

	@Autowired
	private LoggingSystem loggingSystem;

	AbstractLogBufferExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@BeforeEach
	void write() {
		this.endpoints.gate().close();
		CloudWatchEncoder encoder = new CloudWatchEncoder();
		encoder.setContext(rootLogger().getLoggerContext());
		encoder.start();
		this.appender.setContext(rootLogger().getLoggerContext());
		this.appender.setEncoder(encoder);
		this.appender.setOutputStream(this.lines);
		this.appender.start();
		rootLogger().addAppender(this.appender);
	}

	@AfterEach
	void stopWriting() {
		rootLogger().detachAppender(this.appender);
		this.logger.setLevel(null);
	}

	@AfterEach
	void nothingIsHeld() {
		await().until(() -> this.buffers.heldBytes() == 0);
	}

	@Test
	void linesOfARequestThatFailsAreWrittenInOrderBeforeItsAccessLine() throws Exception {
		List<JsonNode> lines = lines(get("/lines/500"));
		assertThat(messages(lines)).containsExactly("written at once", "first of password=***", "second", "third",
				"fourth", "GET /lines/500 - 500");
		assertThat(lines).extracting((line) -> line.path("buffered").toString())
			.containsExactly("", "true", "true", "true", "true", "");
		assertThat(lines).extracting((line) -> line.path("@level").asString())
			.containsExactly("INFO", "DEBUG", "DEBUG", "DEBUG", "DEBUG", "ERROR");
		assertThat(lines.get(2).path("order").asInt()).isEqualTo(7);
		assertThat(lines.get(3).at("/exception/class").asString()).isEqualTo(IllegalArgumentException.class.getName());
		assertThat(lines.get(4).at("/source/thread").asString())
			.isNotEqualTo(lines.get(1).at("/source/thread").asString());
		assertThat(Instant.parse(lines.get(1).path("@timestamp").asString()))
			.isBeforeOrEqualTo(Instant.parse(lines.get(0).path("@timestamp").asString()));
	}

	@Test
	void linesOfARequestThatIsSlowAreWritten() throws Exception {
		long start = System.nanoTime();
		CompletableFuture<HttpResponse<String>> response = getLater("/waits");
		await().until(() -> this.buffers.heldBytes() > 0);
		await().until(() -> System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(1500));
		this.endpoints.gate().open();
		assertThat(messages(lines(response.get(10, TimeUnit.SECONDS)))).containsExactly("waiting", "GET /waits - 200");
	}

	/** The first requests to a server may well be slow. */
	@ParameterizedTest
	@ValueSource(ints = { 200, 404 })
	void linesOfOtherRequestsAreNot(int status) {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(messages(lines(get("/lines/" + status)))).containsExactly("written at once",
					"GET /lines/" + status + " - " + status));
	}

	@Test
	void linesThatComeAfterTheEndAreNotWritten() throws Exception {
		HttpResponse<String> response = get("/leaves-work");
		lines(response);
		this.endpoints.gate().open();
		assertThat(this.endpoints.late().get(10, TimeUnit.SECONDS)).isFalse();
		assertThat(messages(lines(response))).containsExactly("GET /leaves-work - 500");
	}

	@Test
	void debugIsEnabledWhereItIsKept() throws Exception {
		assertThat(get("/asks").body()).isEqualTo("true");
		assertThat(get("/quiet/asks").body()).isEqualTo("false");
		assertThat(this.logger.isDebugEnabled()).isFalse();
	}

	@Test
	void levelsCountAsTheyAreAtRunTime() throws Exception {
		this.loggingSystem.setLogLevel(LogBufferEndpoints.LOGGER_NAME, LogLevel.DEBUG);
		List<JsonNode> lines = lines(get("/lines/200"));
		assertThat(messages(lines)).containsExactly("first of password=***", "second", "written at once", "third",
				"fourth", "GET /lines/200 - 200");
		assertThat(lines).noneMatch((line) -> line.has("buffered"));
		this.loggingSystem.setLogLevel(LogBufferEndpoints.LOGGER_NAME, LogLevel.WARN);
		lines = lines(get("/lines/500"));
		assertThat(messages(lines)).containsExactly("first of password=***", "second", "written at once", "third",
				"fourth", "GET /lines/500 - 500");
		assertThat(lines.subList(0, 5)).allMatch((line) -> line.path("buffered").asBoolean());
	}

	@Test
	void aLoggerThatIsOffIsLeftAlone() throws Exception {
		this.loggingSystem.setLogLevel(LogBufferEndpoints.LOGGER_NAME, LogLevel.OFF);
		assertThat(messages(lines(get("/lines/500")))).containsExactly("GET /lines/500 - 500");
	}

	/** Each of ten thousand characters, with its mark and two ids in the MDC. */
	@Test
	void theOldestLinesGoFirst() throws Exception {
		int lineBytes = 256 + 20_000 + (64 + 2 * "buffered".length()) + (64 + 2 * 32) + (64 + 2 * 16);
		int kept = 256 * 1024 / lineBytes;
		Level level = rootLogger().getLevel();
		Logger access = (Logger) LoggerFactory.getLogger(AccessLog.LOGGER_NAME);
		try {
			access.setLevel(Level.INFO);
			this.logger.setLevel(Level.INFO);
			rootLogger().setLevel(Level.OFF);
			List<JsonNode> lines = lines(get("/many"));
			assertThat(lines).hasSize(kept + 1);
			assertThat(lines.get(0).path("buffered_lost").asInt()).isEqualTo(40 - kept);
			assertThat(lines.get(0).path("@message").asString().trim()).isEqualTo(String.valueOf(40 - kept));
			assertThat(lines.subList(1, kept)).noneMatch((line) -> line.has("buffered_lost"));
		}
		finally {
			rootLogger().setLevel(level);
			access.setLevel(null);
		}
	}

	/** Of the endpoint and its access line, once that is written. */
	private List<JsonNode> lines(HttpResponse<String> response) {
		String id = response.headers().firstValue("X-Tracking-ID").orElseThrow();
		return await().until(() -> linesOf(id),
				(lines) -> lines.stream().anyMatch((line) -> module(line).equals(AccessLog.LOGGER_NAME)));
	}

	private List<JsonNode> linesOf(String id) {
		return this.lines.toString(StandardCharsets.UTF_8)
			.lines()
			.map(JsonMapper.shared()::readTree)
			.filter((line) -> line.get("tracking_id").asString().equals(id))
			.filter((line) -> module(line).equals(LogBufferEndpoints.LOGGER_NAME)
					|| module(line).equals(AccessLog.LOGGER_NAME))
			.toList();
	}

	private static String module(JsonNode line) {
		return line.at("/source/module").asString();
	}

	private static List<String> messages(List<JsonNode> lines) {
		return lines.stream().map((line) -> line.path("@message").asString()).toList();
	}

}
