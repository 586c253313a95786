// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every response and every log line has, however traces are sampled.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractTrackingHeaderIT {

	static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String SESSIONS = "/api/v1/sessions";

	private static final String SESSION = "{\"userId\":\"user_12345\",\"segment\":\"premium\"}";

	private static final String WORKFLOW = "{\"description\":\"%s\",\"type\":\"simple\",\"steps\":[\"one\"]}";

	private Stage stage;

	/** Return running services, gateway and engine at least. */
	abstract Stage startServices() throws Exception;

	@BeforeAll
	void setUp() throws Exception {
		this.stage = startServices();
	}

	@AfterAll
	void tearDown() throws IOException {
		this.stage.close();
	}

	Stage stage() {
		return this.stage;
	}

	Reply sendToGateway(Call call) {
		return this.stage.http().send(Service.GATEWAY, call);
	}

	Reply createSession() {
		return sendToGateway(Call.post(SESSIONS, SESSION).withApiKey());
	}

	@ParameterizedTest
	@MethodSource("calls")
	void tellsTheIdToTheCallerAndTheLog(int status, Service service, Call call) throws Exception {
		Reply reply = this.stage.http().send(service, call);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.trackingId()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
		assertLogsAccess(service, reply.trackingId());
	}

	Stream<Arguments> calls() {
		String session = createSession().json().path("id").asString();
		return Stream.of(gateway(200, Call.get(SESSIONS + "/" + session).withApiKey()),
				gateway(201, Call.post(SESSIONS, SESSION).withApiKey()),
				engine(202, Call.post("/execute", WORKFLOW.formatted("Do it"))),
				gateway(400, Call.post(SESSIONS, "{\"userId\":\"\"}").withApiKey()),
				gateway(401, Call.post(SESSIONS, SESSION)), gateway(404, Call.get(SESSIONS + "/none").withApiKey()),
				gateway(404, Call.get("/nowhere").withApiKey()),
				gateway(405, new Call("DELETE", SESSIONS, Map.of(), "").withApiKey()),
				gateway(415, Call.post(SESSIONS, "text").with("Content-Type", "text/plain").withApiKey()),
				engine(500, Call.post("/execute", WORKFLOW.formatted("Do the impossible"))));
	}

	private static Arguments gateway(int status, Call call) {
		return Arguments.argumentSet(status + " " + call.path(), status, Service.GATEWAY, call);
	}

	private static Arguments engine(int status, Call call) {
		return Arguments.argumentSet(status + " " + call.path(), status, Service.ENGINE, call);
	}

	@Test
	void keepsTheIdFromGatewayToEngine() throws Exception {
		String id = createSession().trackingId();
		assertLogsAccess(Service.GATEWAY, id);
		assertLogsAccess(Service.ENGINE, id);
	}

	void assertLogsAccess(Service service, String id) throws Exception {
		assertThat(this.stage.services()
			.process(service)
			.output()
			.await((line) -> line.trackingId().equals(id) && line.isAccess(), LIMIT)).as("access line of %s", service)
			.isTrue();
	}

}
