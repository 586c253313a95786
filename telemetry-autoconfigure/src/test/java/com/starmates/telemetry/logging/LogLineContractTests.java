// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.starmates.telemetry.context.OperationResult;
import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.context.WorkflowStatus;
import com.starmates.telemetry.context.WorkflowType;
import io.opentelemetry.context.Scope;
import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the line promises, sentence by sentence.
 */
class LogLineContractTests extends AbstractEncoderTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	@Test
	void alwaysThereAndFirstAreTimestampLevelMessageServiceAndTrackingId() {
		assertThat(new ArrayList<>(line(event()).propertyNames()).subList(0, 5)).containsExactly("@timestamp", "@level",
				"@message", "service", "tracking_id");
	}

	@Test
	void theTimestampIsRfc3339InUtcWithMilliseconds() {
		assertThat(line(event()).get("@timestamp").asString()).isEqualTo("2025-01-31T10:30:45.123Z");
	}

	@Test
	void theTrackingIdIsUnknownWhereNoTraceIsActive() {
		JsonNode line = line(event());
		assertThat(line.get("tracking_id").asString()).isEqualTo("unknown");
		assertThat(line.has("tracing")).isFalse();
	}

	@Test
	void anObjectIsWrittenOnlyWhenItHasMembers() {
		assertThat(line(event()).propertyNames()).containsExactly("@timestamp", "@level", "@message", "service",
				"tracking_id", "environment", "source");
	}

	@Test
	void theTraceIdOfTracingEqualsTheTrackingId() {
		LoggingEvent event = event();
		event.setMDCPropertyMap(Map.of("traceId", TRACE_ID, "spanId", "00f067aa0ba902b7"));
		JsonNode line = line(event);
		assertThat(line.get("tracking_id").asString()).isEqualTo(TRACE_ID);
		assertThat(line.at("/tracing/trace_id").asString()).isEqualTo(TRACE_ID);
		assertThat(line.at("/tracing/span_id").asString()).isEqualTo("00f067aa0ba902b7");
	}

	@Test
	void noKeyComesTwice() {
		LoggingEvent event = event("a", 1, "a", 2, "request_method", "GET", "request.method", "PUT");
		event.setMDCPropertyMap(Map.of("a", "3", "request_method", "POST"));
		String text = text(event);
		assertThat(text).containsOnlyOnce("\"a\":1").containsOnlyOnce("\"method\":\"GET\"");
		assertThat(text).doesNotContain("PUT", "POST", "\"a\":2", "\"a\":\"3\"");
	}

	@Test
	void durationsAreInSeconds() {
		assertThat(text(event("request_duration", Duration.ofMillis(245), "session.duration", Duration.ofMinutes(20))))
			.contains("\"duration\":0.245000", "\"duration\":1200.000000");
	}

	@Test
	void membersAreFilledFromKeyValuesMdcAndStructuredArguments() {
		LoggingEvent event = event("request_method", "GET");
		event.setMDCPropertyMap(Map.of("user_id", "user_1"));
		event.setMessage("Paid {}");
		event.setArgumentArray(new Object[] { StructuredArguments.keyValue("session_id", "session_1") });
		JsonNode line = line(event);
		assertThat(line.at("/request/method").asString()).isEqualTo("GET");
		assertThat(line.at("/user/id").asString()).isEqualTo("user_1");
		assertThat(line.at("/session/id").asString()).isEqualTo("session_1");
		assertThat(line.get("@message").asString()).isEqualTo("Paid session_id=session_1");
	}

	@Test
	void underscoreAndDotBothLandInTheObject() {
		assertThat(line(event("request_method", "GET")).get("request"))
			.isEqualTo(line(event("request.method", "GET")).get("request"));
	}

	@Test
	void otherKeysStayAtTheTopLevelAndNeverOverwriteAReservedOne() {
		LoggingEvent event = event("order_id", 7, "service", "evil", "tracking_id", "evil", "request", "evil", "@level",
				"evil", "tracing", "evil", "fields_dropped", "evil");
		JsonNode line = line(event);
		assertThat(line.get("order_id").asInt()).isEqualTo(7);
		assertThat(line.get("service").asString()).isEqualTo("api-gateway");
		assertThat(line.get("tracking_id").asString()).isEqualTo("unknown");
		assertThat(line.get("@level").asString()).isEqualTo("INFO");
		assertThat(line.has("request")).isFalse();
		assertThat(line.has("fields_dropped")).isFalse();
		assertThat(line.get("service_").asString()).isEqualTo("evil");
	}

	@Test
	void theWorkFillsUserSessionWorkflowAndOperation() {
		try (Scope scope = TelemetryContext.open()) {
			TelemetryContext.current()
				.user("user_12345", "premium")
				.session("session_67890", Duration.ofMinutes(20))
				.workflow("workflow_1", WorkflowType.AI_ASSISTED, WorkflowStatus.FAILED)
				.operation("create_session", OperationResult.SUCCESS, Duration.ofMillis(325));
			assertThat(text(event())).contains("\"user\":{\"id\":\"user_12345\",\"segment\":\"premium\"},"
					+ "\"session\":{\"id\":\"session_67890\",\"duration\":1200.000000},"
					+ "\"workflow\":{\"id\":\"workflow_1\",\"type\":\"ai-assisted\",\"status\":\"failed\"},"
					+ "\"operation\":{\"name\":\"create_session\",\"result\":\"success\",\"duration\":0.325000}");
		}
	}

	@Test
	void aNewUserHasNothingOfTheOneBefore() {
		try (Scope scope = TelemetryContext.open()) {
			TelemetryContext.current()
				.user("user_1", "premium")
				.session("session_1", Duration.ofSeconds(5))
				.operation("import", OperationResult.SUCCESS, Duration.ofSeconds(9));
			TelemetryContext.current().user("user_2").session("session_2").operation("export");
			JsonNode line = line(event());
			assertThat(line.get("user").toString()).isEqualTo("{\"id\":\"user_2\"}");
			assertThat(line.get("session").toString()).isEqualTo("{\"id\":\"session_2\"}");
			assertThat(line.get("operation").toString()).isEqualTo("{\"name\":\"export\"}");
		}
	}

	@Test
	void workIsKeptNowhereWhereNoneHasBegun() {
		TelemetryContext.current().user("user_1");
		assertThat(TelemetryContext.current().isEmpty()).isTrue();
	}

	@Test
	void whatAnAsynchronousAppenderWritesKnowsTheWork() {
		LoggingEvent event = event("order_id", 7);
		WorkCapture capture = new WorkCapture();
		try (Scope scope = TelemetryContext.open()) {
			TelemetryContext.current().user("user_1");
			capture.decide(event);
			capture.decide(event);
			TelemetryContext.current().user("user_2");
		}
		assertThat(event.getKeyValuePairs()).hasSize(2);
		JsonNode line = line(event);
		assertThat(line.at("/user/id").asString()).isEqualTo("user_1");
		assertThat(line.get("order_id").asInt()).isEqualTo(7);
		assertThat(line.has("telemetry.context")).isFalse();
	}

	@Test
	void theMdcIsNearerThanTheWorkOnWhateverThread() {
		LoggingEvent event = event();
		event.setMDCPropertyMap(Map.of("user_id", "user_2"));
		try (Scope scope = TelemetryContext.open()) {
			TelemetryContext.current().user("user_1", "premium");
			new WorkCapture().decide(event);
		}
		assertThat(line(event).get("user").toString()).isEqualTo("{\"id\":\"user_2\",\"segment\":\"premium\"}");
	}

	@Test
	void whatTheEventSaysIsNearerThanTheWork() {
		try (Scope scope = TelemetryContext.open()) {
			TelemetryContext.current().user("user_1", "premium");
			JsonNode user = line(event("user_id", "user_2")).get("user");
			assertThat(user.get("id").asString()).isEqualTo("user_2");
			assertThat(user.get("segment").asString()).isEqualTo("premium");
		}
	}

	@Test
	void theAccessLineHasNoFunctionAndNoLine() {
		LoggingEvent event = event();
		event.setLevel(Level.ERROR);
		event.setLoggerName("com.starmates.telemetry.access");
		assertThat(line(event).get("source").propertyNames()).containsExactly("module", "thread");
	}

	@Test
	void functionAndLineAreThereOnlyAtError() {
		LoggingEvent error = event();
		error.setLevel(Level.ERROR);
		assertThat(line(error).at("/source/function").asString()).isEqualTo("caller");
		assertThat(line(error).at("/source/line").asInt()).isEqualTo(42);
		assertThat(line(event()).get("source").propertyNames()).containsExactly("module", "thread");
	}

	@Test
	void keysWithoutAtAreThereWhenAskedFor() {
		this.encoder.stop();
		this.encoder.setKeys(LogKeys.PLAIN);
		this.encoder.start();
		assertThat(new ArrayList<>(line(event()).propertyNames()).subList(0, 3)).containsExactly("timestamp", "level",
				"message");
	}

	@Test
	void secretsAreMaskedWhereverTheyStand() {
		LoggingEvent event = event("password", "mine1", "nested", Map.of("deep", List.of(Map.of("API-Key", "mine2"))),
				"request_path", "/login?token=mine3", "url", "https://alice:mine4@host/");
		event.setMDCPropertyMap(Map.of("authorization", "mine5"));
		event.setMessage("Sent {} with password={}");
		event.setArgumentArray(new Object[] { "Bearer mine6", "mine7" });
		event.setThrowableProxy(
				proxy(new IllegalStateException("secret=mine8", new IllegalArgumentException("cookie: mine9"))));
		assertThat(text(event)).doesNotContain("mine").contains("***");
	}

	@Test
	void idsThatWeOwnAreExempt() {
		JsonNode line = line(event("session_id", "4111111111111111", "parent_span_id", "4111111111111111"));
		assertThat(line.at("/session/id").asString()).isEqualTo("4111111111111111");
		assertThat(line.get("parent_span_id").asString()).isEqualTo("4111111111111111");
	}

	@Test
	void membersOfSecretNamesAreMaskedAlsoAsNumbersAndObjects() {
		assertThat(line(event("number", 4111111111111111L)).get("number").asString()).isEqualTo("***");
		for (Number number : List.of(4.111111111111111E15, new BigDecimal("4111111111111111"),
				new BigInteger("4111111111111111"), new AtomicLong(4111111111111111L))) {
			assertThat(line(event("number", number)).get("number").asString()).isEqualTo("***");
			assertThat(line(event("operation_name", number)).at("/operation/name").asString()).isEqualTo("***");
		}
		assertThat(line(event("number", 4.1111111111111115E14)).get("number").asDouble())
			.isEqualTo(4.1111111111111115E14);
		JsonNode line = line(event("pin", 1234, "credentials", List.of(new KeyValuePair("user", "alice"))));
		assertThat(line.get("pin").asString()).isEqualTo("***");
		assertThat(line.get("credentials").asString()).isEqualTo("***");
	}

}
