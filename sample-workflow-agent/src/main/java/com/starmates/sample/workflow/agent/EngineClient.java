// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The engine, which executes workflows.
 */
interface EngineClient {

	@PostExchange("/execute")
	Execution execute(@RequestBody PlannedWorkflow workflow);

}
