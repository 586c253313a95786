// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.starmates.telemetry.logging.CloudWatchEncoder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What requests tell of their work, and of what goes wrong.
 */
@Import(WorkEndpoints.class)
abstract class AbstractWorkExchangeTests extends AbstractExchangeTests {

	private static final String WORK = """
			{"user":{"id":"user_1","segment":"premium"},"session":{"id":"session_1","duration":1200.000000},\
			"workflow":{"id":"workflow_1","type":"ai-assisted","status":"running"}}""";

	private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

	private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

	AbstractWorkExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@BeforeEach
	void write() {
		CloudWatchEncoder encoder = new CloudWatchEncoder();
		encoder.setContext(root().getLoggerContext());
		encoder.start();
		this.appender.setContext(root().getLoggerContext());
		this.appender.setEncoder(encoder);
		this.appender.setOutputStream(this.lines);
		this.appender.start();
		root().addAppender(this.appender);
	}

	@AfterEach
	void stopWriting() {
		root().detachAppender(this.appender);
	}

	@Test
	void everyLineTellsWhatTheWorkIsAbout() throws Exception {
		get("/work");
		JsonNode line = line("on another thread");
		assertThat(line.at("/source/thread").asString()).doesNotContain("exec");
		assertThat(work(line)).isEqualTo(JsonMapper.shared().readTree(WORK));
	}

	@Test
	void theAccessLineTellsWhatTheWorkWasAbout() throws Exception {
		get("/work");
		onlyAccessLine();
		JsonNode line = line("GET /work - 200");
		assertThat(line.at("/operation").toString())
			.isEqualTo("{\"name\":\"read_work\",\"result\":\"partial\",\"duration\":0.325}");
		assertThat(work(line)).isEqualTo(JsonMapper.shared().readTree(WORK));
	}

	@Test
	void theAccessLineTellsWhatWentWrong() throws Exception {
		get("/work-fails");
		onlyAccessLine();
		assertThat(line("GET /work-fails - 500").get("error").toString())
			.isEqualTo("{\"type\":\"IllegalStateException\",\"category\":\"server\"}");
	}

	@Test
	void theServerSpanTellsWhoDidWhat() throws Exception {
		get("/work");
		assertThat(attributes(onlySpan())).containsEntry("user.id", "user_1")
			.containsEntry("session.id", "session_1")
			.containsEntry("operation.name", "read_work");
	}

	@Test
	void theNextRequestKnowsNothingOfThis() throws Exception {
		get("/work");
		get("/work-warns");
		assertThat(line("Not so bad").has("user")).isFalse();
		assertThat(spans(2).get(1).getAttributes().get(AttributeKey.stringKey("user.id"))).isNull();
	}

	@Test
	void errorLinesBecomeEventsOfTheSpan() throws Exception {
		get("/work-fails");
		SpanData span = onlySpan();
		List<Attributes> events = events(span, "error_log").stream()
			.filter((event) -> WorkEndpoints.LOGGER_NAME.equals(event.get(AttributeKey.stringKey("log.logger"))))
			.toList();
		assertThat(events).hasSize(2);
		assertThat(events.get(1).get(AttributeKey.longKey("log.line"))).isPositive();
		assertThat(events.get(1).toBuilder().remove(AttributeKey.longKey("log.line")).build())
			.isEqualTo(Attributes.builder()
				.put("log.level", "ERROR")
				.put("log.message", "Work of password=*** failed")
				.put("log.logger", WorkEndpoints.LOGGER_NAME)
				.put("log.module", WorkEndpoints.LOGGER_NAME)
				.put("log.function", "workFails")
				.put("tracking.id", span.getTraceId())
				.put("error.type", "IllegalArgumentException")
				.build());
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	@Test
	void anExceptionIsRecordedOnceHoweverOftenItIsLogged() throws Exception {
		get("/work-fails");
		List<Attributes> events = events(onlySpan(), "exception");
		assertThat(events).hasSize(1);
		assertThat(events.get(0).get(AttributeKey.stringKey("exception.type")))
			.isEqualTo(IllegalArgumentException.class.getName());
		assertThat(events.get(0).get(AttributeKey.stringKey("exception.message"))).isEqualTo("password=***");
		assertThat(events.get(0).get(AttributeKey.stringKey("exception.stacktrace"))).contains("password=***")
			.doesNotContain("mine");
	}

	@Test
	void spansStaySmallWhateverIsLogged() throws Exception {
		get("/work-fails-at-length");
		SpanData span = onlySpan();
		assertThat(events(span, "error_log").get(0).get(AttributeKey.stringKey("log.message"))).hasSize(8 * 1024 + 1);
		Attributes exception = events(span, "exception").get(0);
		assertThat(exception.get(AttributeKey.stringKey("exception.message"))).hasSize(8 * 1024 + 1);
		assertThat(exception.get(AttributeKey.stringKey("exception.stacktrace"))).hasSize(32 * 1024 + 1);
	}

	@Test
	void anExceptionThatCannotBeToldCostsOnlyItself() throws Exception {
		get("/work-fails-untold");
		SpanData span = onlySpan();
		assertThat(events(span, "error_log")).hasSize(1);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	@Test
	void otherLinesDoNot() throws Exception {
		get("/work-warns");
		SpanData span = onlySpan();
		assertThat(span.getEvents()).isEmpty();
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
	}

	@Test
	void accessLinesDoNot() throws Exception {
		get("/throws");
		assertThat(events(onlySpan(), "error_log"))
			.noneMatch((event) -> AccessLog.LOGGER_NAME.equals(event.get(AttributeKey.stringKey("log.logger"))));
	}

	private static List<Attributes> events(SpanData span, String name) {
		return span.getEvents()
			.stream()
			.filter((event) -> event.getName().equals(name))
			.map(EventData::getAttributes)
			.toList();
	}

	private static JsonNode work(JsonNode line) {
		return JsonMapper.shared()
			.createObjectNode()
			.<ObjectNode>set("user", line.get("user"))
			.<ObjectNode>set("session", line.get("session"))
			.set("workflow", line.get("workflow"));
	}

	private JsonNode line(String message) {
		await().until(() -> lines(message).count() > 0);
		return lines(message).findFirst().orElseThrow();
	}

	private Stream<JsonNode> lines(String message) {
		return this.lines.toString(StandardCharsets.UTF_8)
			.lines()
			.map(JsonMapper.shared()::readTree)
			.filter((line) -> line.get("@message").asString().equals(message));
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
	}

}
