// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Rows, and the lines of jobs on other threads, carry the tracking id of the request that
 * began them.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExecutionRowTests extends AbstractEngineTests {

	@Test
	void theRowOfAnExecutionCarriesTheTrackingId() {
		CallersTrace trace = CallersTrace.begin();
		assertThat(execution(executed(trace, "Write a report")).trackingId()).isEqualTo(trace.id());
	}

	@Test
	void theRowOfAFinishedExecutionStillCarriesTheTrackingId() {
		CallersTrace trace = CallersTrace.begin();
		String id = executed(trace, "Write a report");
		await().until(() -> execution(id).status() == ExecutionStatus.COMPLETED);
		assertThat(execution(id).trackingId()).isEqualTo(trace.id());
	}

	@Test
	void theRowOfASessionCarriesTheTrackingId() {
		CallersTrace trace = CallersTrace.begin();
		client().post()
			.uri("/sessions")
			.header("traceparent", trace.traceparent())
			.body(Map.of("userId", "user_12345", "segment", "premium"))
			.exchange()
			.expectStatus()
			.isCreated()
			.expectHeader()
			.valueEquals("X-Tracking-ID", trace.id())
			.expectBody()
			.jsonPath("$.trackingId")
			.isEqualTo(trace.id());
	}

	@Test
	void theLineOfAJobCarriesTheTrackingIdOnItsOwnThread(CapturedOutput output) {
		CallersTrace trace = CallersTrace.begin();
		String id = executed(trace, "Write a report");
		JsonNode line = await().until(() -> line(output, trace, "Workflow completed"), (found) -> found != null);
		assertThat(line.at("/tracking_id").asString()).isEqualTo(trace.id());
		assertThat(line.at("/source/thread").asString()).startsWith(jobThread());
		assertThat(line.at("/workflow/id").asString()).isEqualTo(id);
		assertThat(line.at("/workflow/type").asString()).isEqualTo("complex");
		assertThat(line.at("/workflow/status").asString()).isEqualTo("completed");
	}

	@Test
	void theLineOfAFailedJobCarriesTheTrackingIdToo(CapturedOutput output) {
		CallersTrace trace = CallersTrace.begin();
		executed(trace, "Write a doomed report");
		JsonNode line = await().until(() -> line(output, trace, "Workflow failed"), (found) -> found != null);
		assertThat(line.at("/@level").asString()).isEqualTo("ERROR");
		assertThat(line.at("/exception/class").asString()).isEqualTo(StepFailedException.class.getName());
	}

	/** Return the beginning of the names of threads that do jobs. */
	String jobThread() {
		return "task-";
	}

	private JsonNode line(CapturedOutput output, CallersTrace trace, String message) {
		return LogLines.ofTrace(output, trace.id())
			.stream()
			.filter((line) -> line.path("@message").asString().equals(message))
			.findFirst()
			.orElse(null);
	}

}
