// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What is known of the roads on which traces leave a thread. The agent knows them all.
 */
final class RoadFacts {

	private final ObjectProvider<ClientFacts> clients;

	private final ObjectProvider<ExecutorFacts> executors;

	RoadFacts(ObjectProvider<ClientFacts> clients, ObjectProvider<ExecutorFacts> executors) {
		this.clients = clients;
		this.executors = executors;
	}

	List<String> unobservedClients(boolean agent) {
		ClientFacts of = this.clients.getIfAvailable();
		return (of != null && !agent) ? of.unobserved() : List.of();
	}

	List<String> executorsLosingContext(boolean agent) {
		ExecutorFacts of = this.executors.getIfAvailable();
		return (of != null && !agent) ? of.losingContext() : List.of();
	}

}
