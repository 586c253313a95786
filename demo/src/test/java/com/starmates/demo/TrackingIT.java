// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One tracking id through three services as they come.
 */
@TestMethodOrder(OrderAnnotation.class)
class TrackingIT extends AbstractTrackingHeaderIT {

	private static final int LAST = Integer.MAX_VALUE;

	private static final String FIVE_KEYS = "\\{\"@timestamp\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\","
			+ "\"@level\":\"[A-Z]+\",\"@message\":\".*\","
			+ "\"service\":\"%s\",\"tracking_id\":\"([0-9a-f]{32}|unknown)\".*";

	private static final Schema LINE = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
		.getSchema(read(Path.of("../docs/log-line.schema.json")), InputFormat.JSON);

	@Override
	Stage startServices() throws Exception {
		return Stage.exporting(Map.of());
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@EnumSource
	void showsTheIdInEveryPlaceOfTheDemo(Story story) throws Exception {
		Investigation investigation = new Investigation(stage().services(), stage().http(), stage().receiver());
		Evidence evidence = investigation.of(story);
		assertThat(evidence.problems()).isEmpty();
		assertThat(evidence.findings()).extracting(Finding::place).contains("response", "trace", "exemplar");
	}

	@ParameterizedTest
	@EnumSource
	void joinsTheServerSpansOfThreeServicesByTheirClientSpans(Story story) throws Exception {
		Reply reply = sendToGateway(story.call());
		Trace trace = stage().receiver().awaitTrace(reply.trackingId(), Trace::isWhole, LIMIT);
		List<Span> servers = trace.spans().stream().filter((span) -> span.kind().equals("SERVER")).toList();
		assertThat(servers).extracting(Span::service)
			.containsExactly("api-gateway", "workflow-agent", "workflow-engine");
		assertThat(trace.roots()).containsExactly(servers.get(0));
		assertIsCalledBy(trace, servers.get(1), servers.get(0));
		assertIsCalledBy(trace, servers.get(2), servers.get(1));
	}

	private static void assertIsCalledBy(Trace trace, Span server, Span caller) {
		Span client = trace.parent(server);
		assertThat(client.kind()).isEqualTo("CLIENT");
		assertThat(client.service()).isEqualTo(caller.service());
		assertThat(trace.parent(client)).isEqualTo(caller);
	}

	@Test
	void marksTheServerSpansWithIdAndStatus() throws Exception {
		Reply reply = sendToGateway(Story.FAILURE.call());
		Trace trace = stage().receiver().awaitTrace(reply.trackingId(), Trace::isWhole, LIMIT);
		assertThat(trace.spans()).filteredOn((span) -> span.kind().equals("SERVER"))
			.hasSize(3)
			.allSatisfy((span) -> assertThat(span.attributes()).containsEntry("tracking.id", reply.trackingId())
				.containsEntry("http.response.status_code", "500"))
			.allMatch(Span::error);
	}

	@ParameterizedTest
	@EnumSource
	void logsOneAccessLineWithTheServerSpan(Service service) throws Exception {
		String id = sendToGateway(Story.WORKFLOW.call()).trackingId();
		assertLogsAccess(service, id);
		Span span = serverSpan(stage().receiver().awaitTrace(id, Trace::isWhole, LIMIT), service);
		assertThat(stage().services().process(service).lines(id)).filteredOn(LogLine::isAccess)
			.singleElement()
			.extracting((line) -> line.json().path("tracing"))
			.satisfies((tracing) -> assertThat(tracing.path("trace_id").asString()).isEqualTo(id))
			.satisfies((tracing) -> assertThat(tracing.path("span_id").asString()).isEqualTo(span.spanId()));
	}

	private static Span serverSpan(Trace trace, Service service) {
		return trace.spans()
			.stream()
			.filter((span) -> span.kind().equals("SERVER") && span.service().equals(service.serviceName()))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void followsTheWorkflowToTheThreadThatExecutesIt() throws Exception {
		String id = sendToGateway(Story.WORKFLOW.call()).trackingId();
		assertThat(stage().services()
			.process(Service.ENGINE)
			.output()
			.await((line) -> line.trackingId().equals(id) && line.member("@message").equals("Workflow completed"),
					LIMIT))
			.as("line of the job")
			.isTrue();
	}

	@Test
	void writesTheIdIntoTheRows() {
		Reply session = createSession();
		Reply workflow = sendToGateway(Story.WORKFLOW.call());
		assertThat(row("/sessions/", session)).isEqualTo(session.trackingId());
		assertThat(row("/executions/", workflow)).isEqualTo(workflow.trackingId());
	}

	private String row(String path, Reply created) {
		Call call = Call.get(path + created.json().path("id").asString());
		return stage().http().send(Service.ENGINE, call).json().path("trackingId").asString();
	}

	@Test
	void countsRequestsUnderTheLabelsThatTellServicesApart() {
		sendToGateway(Story.WORKFLOW.call());
		assertThat(stage().http().scrape(Service.GATEWAY).lines())
			.filteredOn((line) -> line.startsWith("request_count_total"))
			.isNotEmpty()
			.allMatch((line) -> line.contains("environment=\"dev\"") && line.contains("service=\"api-gateway\"")
					&& line.contains("project=\"api-gateway\""));
	}

	@Test
	void tellsTheIdInTheErrorBody() {
		Reply reply = sendToGateway(Story.FAILURE.call());
		assertThat(reply.status()).isEqualTo(500);
		assertThat(reply.json().path("tracking_id").asString()).isEqualTo(reply.trackingId());
	}

	@Test
	@Order(LAST)
	void writesNothingButJsonFromTheFirstLineToTheLast() {
		stage().services().close();
		for (ServiceProcess process : stage().services().processes()) {
			List<LogLine> lines = process.output().lines();
			assertThat(lines).hasSizeGreaterThan(5).allSatisfy((line) -> {
				assertThat(line.json()).as(line.text()).isNotNull();
				assertThat(line.text()).matches(FIVE_KEYS.formatted(process.service().serviceName()));
				assertThat(LINE.validate(line.json())).as(line.text()).isEmpty();
			});
		}
	}

}
