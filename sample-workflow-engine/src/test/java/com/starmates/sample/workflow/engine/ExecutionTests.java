// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

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
	void noMoreJobsThanConfiguredAreDoneAtATime() {
		client().get().uri("/concurrency/status").exchange().expectBody().jsonPath("$.max").isEqualTo(4);
	}

}
