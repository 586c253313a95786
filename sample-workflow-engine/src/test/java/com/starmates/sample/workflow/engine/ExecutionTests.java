// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of a workflow.
 */
class ExecutionTests extends AbstractEngineTests {

	@Test
	void aWorkflowIsQueuedFirst() {
		execute(CallersTrace.begin(), "Write a report").expectStatus()
			.isAccepted()
			.expectBody()
			.jsonPath("$.id")
			.isNotEmpty()
			.jsonPath("$.status")
			.isEqualTo("queued");
	}

	@Test
	void aWorkflowIsCompletedInTheEnd() {
		String id = executed(CallersTrace.begin(), "Write a report");
		await().untilAsserted(() -> assertThat(execution(id).status()).isEqualTo(ExecutionStatus.COMPLETED));
		assertThat(execution(id).steps()).containsExactly("Think", "Write");
	}

	@Test
	void aWorkflowWhoseStepFailsIsFailed() {
		String id = executed(CallersTrace.begin(), "Write a doomed report");
		await().untilAsserted(() -> assertThat(execution(id).status()).isEqualTo(ExecutionStatus.FAILED));
	}

	@Test
	void theQueueTellsHowManyThereAre() {
		String id = executed(CallersTrace.begin(), "Write a report");
		await().until(() -> execution(id).status() == ExecutionStatus.COMPLETED);
		StatusController.QueueStatus status = client().get()
			.uri("/queue/status")
			.exchange()
			.returnResult(StatusController.QueueStatus.class)
			.getResponseBody();
		assertThat(status.completed()).isPositive();
	}

	@Test
	void metricsTellWhatBecameOfWorkflows() {
		executed(CallersTrace.begin(), "Write a report");
		executed(CallersTrace.begin(), "Write a doomed report");
		await().untilAsserted(() -> assertThat(metrics().lines())
			.anySatisfy(series("event_bus_published_total{", "subject=\"jobs.execute\""))
			.anySatisfy(series("event_bus_consumed_total{", "outcome=\"ack\"", "subject=\"jobs.execute\""))
			.anySatisfy(series("workflow_requests_total{", "workflow_type=\"complex\""))
			.anySatisfy(series("workflow_success_total{"))
			.anySatisfy(series("workflow_failures_total{"))
			.anySatisfy(
					series("workflow_success_rate_count{", "complexity_level=\"low\"", "workflow_type=\"complex\"")));
	}

	private String metrics() {
		return client().get().uri("/metrics").exchange().returnResult(String.class).getResponseBody();
	}

	private static ThrowingConsumer<String> series(String... parts) {
		return (line) -> assertThat(line).contains(parts).doesNotEndWith(" 0.0");
	}

	@Test
	void noMoreJobsThanConfiguredAreDoneAtATime() {
		client().get().uri("/concurrency/status").exchange().expectBody().jsonPath("$.max").isEqualTo(4);
	}

}
