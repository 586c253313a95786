// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The engine, which keeps sessions and executions.
 */
interface EngineClient {

	@PostExchange("/sessions")
	Session createSession(@RequestBody NewSession session);

	@GetExchange("/sessions/{id}")
	Session session(@PathVariable String id);

	@GetExchange("/executions/{id}")
	Workflow execution(@PathVariable String id);

}
