// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import com.starmates.telemetry.business.BusinessOperations;
import com.starmates.telemetry.business.Operation;

import org.springframework.stereotype.Component;

/**
 * Gets a user going: a session, and the proof that the engine keeps it.
 */
@Component
class Onboarding {

	private final Operation onboarding;

	private final EngineClient engine;

	Onboarding(BusinessOperations operations, EngineClient engine) {
		this.onboarding = operations.named("onboarding", "session", "confirmation");
		this.engine = engine;
	}

	Session begin(NewSession newSession) {
		return this.onboarding.run((run) -> {
			run.attribute("user.segment", newSession.segment());
			Session session = run.step("session", (step) -> this.engine.createSession(newSession));
			return run.step("confirmation", (step) -> this.engine.session(session.id()));
		});
	}

}
