// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine learns which trace a call belongs to.
 */
class PropagationTests extends AbstractAgentTests {

	@Test
	void theEngineIsToldTheTraceOfTheCaller() {
		engineTakesWorkflows();
		CallersTrace trace = CallersTrace.begin();
		generate(trace).expectStatus().isAccepted();
		assertThat(engine.asked("/execute").traceparent()).startsWith("00-" + trace.id() + "-")
			.endsWith("-01")
			.doesNotContain(trace.spanId());
	}

}
