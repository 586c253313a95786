// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Services that the OpenTelemetry agent is attached to: it makes the spans, once, and
 * everything of ours has its id.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AgentIT {

	private static final String SESSIONS = "/api/v1/sessions";

	private Stage stage;

	/** Return the options of the services' JVMs. */
	String options() {
		return "-javaagent:" + System.getProperty("demo.agent");
	}

	@BeforeAll
	void setUp() throws Exception {
		this.stage = Stage.exporting(Map.of("JAVA_TOOL_OPTIONS", options(), "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE",
				"health,prometheus,telemetry"));
	}

	@AfterAll
	void tearDown() {
		this.stage.close();
	}

	@Test
	void eachCallHasOneServerOneClientAndOneJdbcSpan() throws Exception {
		Trace trace = awaitTrace(createSession().trackingId(), (each) -> calls(each).size() == 7);
		List<Span> calls = calls(trace);
		assertThat(calls).extracting(AgentIT::signature)
			.containsExactly(tuple("api-gateway", "SERVER", "POST " + SESSIONS), tuple("api-gateway", "CLIENT", "POST"),
					tuple("workflow-engine", "SERVER", "POST /sessions"),
					tuple("workflow-engine", "CLIENT", "INSERT *.sessions"), tuple("api-gateway", "CLIENT", "GET"),
					tuple("workflow-engine", "SERVER", "GET /sessions/{id}"),
					tuple("workflow-engine", "CLIENT", "SELECT *.sessions"));
		assertThat(trace.roots()).containsExactly(calls.get(0));
		assertThat(trace.parent(calls.get(1)).name()).isEqualTo("onboarding session");
		assertThat(trace.parent(calls.get(2))).isEqualTo(calls.get(1));
		assertThat(trace.parent(calls.get(4)).name()).isEqualTo("onboarding confirmation");
		assertThat(trace.parent(calls.get(5))).isEqualTo(calls.get(4));
		assertThat(trace.isTree()).as("one tree: %s", trace).isTrue();
	}

	@Test
	void doctorTellsOfTheAgent() {
		Reply reply = this.stage.http().send(Service.AGENT, Call.get("/actuator/telemetry"));
		assertThat(reply.body()).contains("\"id\":\"java-agent\"", "\"javaAgent\":true");
	}

	@Test
	void whatSpringObservesBesidesHasTheAgentsSpansAsChildren() throws Exception {
		Trace trace = awaitTrace(send(Story.WORKFLOW.call()).trackingId(), inserts("executions"));
		assertThat(trace.isWhole()).as("one tree: %s", trace).isTrue();
		assertThat(calls(trace)).filteredOn((span) -> !span.attributes().containsKey("db.system"))
			.extracting(AgentIT::signature)
			.containsExactly(tuple("api-gateway", "SERVER", "POST /api/v1/workflows"),
					tuple("api-gateway", "CLIENT", "POST"),
					tuple("workflow-agent", "SERVER", "POST /generate-workflow"),
					tuple("workflow-agent", "CLIENT", "POST"),
					tuple("workflow-agent", "SERVER", "POST /stub/openai/v1/chat/completions"),
					tuple("workflow-agent", "CLIENT", "POST"), tuple("workflow-engine", "SERVER", "POST /execute"));
		Span model = only(trace, (span) -> span.name().startsWith("chat "));
		assertThat(trace.children(model)).extracting(AgentIT::signature)
			.containsExactly(tuple("workflow-agent", "CLIENT", "POST"));
	}

	@Test
	void accessLinesAreOneEachWithTheAgentsSpan() throws Exception {
		Trace trace = awaitTrace(createSession().trackingId(), (each) -> calls(each).size() == 7);
		for (Span server : calls(trace).stream().filter((span) -> span.kind().equals("SERVER")).toList()) {
			Output output = this.stage.services().process(serviceOf(server)).output();
			assertThat(output.await((each) -> isAccess(each, server), AbstractTrackingHeaderIT.LIMIT))
				.as("access line of %s among %s", server, output.lines())
				.isTrue();
			List<LogLine> lines = output.lines().stream().filter((each) -> isAccess(each, server)).toList();
			assertThat(lines).hasSize(1);
			LogLine line = lines.get(0);
			assertThat(line.trackingId()).isEqualTo(trace.id());
			assertThat(line.json().propertyNames()).doesNotContain("trace_id", "span_id", "trace_flags");
			assertThat(server.attributes()).containsEntry("tracking.id", trace.id());
		}
	}

	@Test
	void metersCountEachCallOnceWithTheAgentsSpanAsExemplar() throws Exception {
		double requests = value("request_count_total{");
		double durations = value("request_duration_seconds_count{");
		double calls = value("http_client_requests_seconds_count{");
		Trace trace = awaitTrace(createSession().trackingId(), inserts("sessions"));
		assertThat(value("request_count_total{") - requests).isEqualTo(1);
		assertThat(value("request_duration_seconds_count{") - durations).isEqualTo(1);
		assertThat(value("http_client_requests_seconds_count{") - calls).isEqualTo(2);
		assertThat(this.stage.http().scrape(Service.GATEWAY).lines())
			.filteredOn((line) -> line.startsWith("request_count_total{") && line.contains(" # {"))
			.allSatisfy((line) -> assertThat(serverSpanIds()).anySatisfy((id) -> assertThat(line).contains(id)));
		assertThat(serverSpanIds()).contains(trace.roots().get(0).spanId());
	}

	@Test
	void excludedPathsHaveTheAgentsSpanAndNothingOfOurs() throws Exception {
		Reply reply = this.stage.http().send(Service.ENGINE, Call.get("/health"));
		Trace trace = awaitTrace(reply.trackingId(), (received) -> !received.spans().isEmpty());
		assertThat(trace.spans()).extracting(AgentIT::signature)
			.containsExactly(tuple("workflow-engine", "SERVER", "GET /health"));
		assertThat(this.stage.http().scrape(Service.ENGINE)).doesNotContain("endpoint=\"/health\"");
		assertThat(this.stage.services().process(Service.ENGINE).lines(reply.trackingId()))
			.noneMatch(LogLine::isAccess);
	}

	@Test
	void pushedMetersAreNotTraced() throws Exception {
		awaitTrace(createSession().trackingId(), inserts("sessions"));
		assertThat(this.stage.receiver().spans())
			.noneMatch((span) -> span.attribute("url.full").contains("/v1/metrics"));
	}

	private static Service serviceOf(Span span) {
		return Stream.of(Service.values())
			.filter((service) -> service.serviceName().equals(span.service()))
			.findFirst()
			.orElseThrow();
	}

	private static boolean isAccess(LogLine line, Span server) {
		return line.isAccess() && line.json().path("tracing").path("span_id").asString("").equals(server.spanId());
	}

	private Reply createSession() {
		return send(Call.post(SESSIONS, "{\"userId\":\"user_12345\",\"segment\":\"premium\"}").withApiKey());
	}

	private Reply send(Call call) {
		return this.stage.http().send(Service.GATEWAY, call);
	}

	private Trace awaitTrace(String id, Predicate<Trace> condition) throws InterruptedException {
		return this.stage.receiver().awaitTrace(id, condition.and(Trace::isTree), AbstractTrackingHeaderIT.LIMIT);
	}

	private static Predicate<Trace> inserts(String table) {
		return (trace) -> trace.spans()
			.stream()
			.anyMatch((span) -> span.name().startsWith("INSERT ") && span.name().endsWith(table));
	}

	private static List<Span> calls(Trace trace) {
		return trace.spans().stream().filter((span) -> !span.kind().equals("INTERNAL")).toList();
	}

	/** The database has a name of its own each time. */
	private static Tuple signature(Span span) {
		return tuple(span.service(), span.kind(), span.name().replaceFirst(" [0-9a-f-]{36}\\.", " *."));
	}

	private static Span only(Trace trace, Predicate<Span> condition) {
		List<Span> spans = trace.spans().stream().filter(condition).toList();
		assertThat(spans).hasSize(1);
		return spans.get(0);
	}

	private List<String> serverSpanIds() {
		return this.stage.receiver()
			.spans()
			.stream()
			.filter((span) -> span.kind().equals("SERVER"))
			.map(Span::spanId)
			.toList();
	}

	private double value(String meter) {
		return this.stage.http()
			.scrape(Service.GATEWAY)
			.lines()
			.filter((line) -> line.startsWith(meter))
			.map((line) -> line.substring(line.indexOf("} ") + 2).split(" ")[0])
			.mapToDouble(Double::parseDouble)
			.sum();
	}

}
