// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.List;

/**
 * What is known of the roads on which traces leave a thread. The agent knows them all.
 */
final class RoadFacts {

	private final FactSources sources;

	RoadFacts(FactSources sources) {
		this.sources = sources;
	}

	List<String> unobservedClients(boolean agent) {
		ClientFacts of = this.sources.clients();
		return (of != null && !agent) ? of.unobserved() : List.of();
	}

	List<String> executorsLosingContext(boolean agent) {
		ExecutorFacts of = this.sources.executors();
		return (of != null && !agent) ? of.losingContext() : List.of();
	}

}
