// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The agent, which plans workflows and has them executed.
 */
interface AgentClient {

	@PostExchange("/generate-workflow")
	AcceptedWorkflow generateWorkflow(@RequestBody NewWorkflow workflow);

}
