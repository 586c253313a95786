// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks of the service as a whole.
 */
final class ServiceChecks {

	private ServiceChecks() {
	}

	static Stream<String> names(Facts facts) {
		Facts.Names names = facts.names();
		Set<String> all = Stream.of(names.spans(), names.logs(), names.meters())
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return (all.size() < 2) ? Stream.empty()
				: Stream.of("The service is called '%s' in spans, '%s' in log lines and '%s' in meters"
					.formatted(names.spans(), names.logs(), names.meters()));
	}

	static Stream<String> javaAgent(Facts facts) {
		return facts.javaAgent() ? Stream.of("The OpenTelemetry Java agent is attached: it makes and exports the spans")
				: Stream.empty();
	}

	static Stream<String> otherStarter(Facts facts) {
		return facts.otherStarter() ? Stream.of("OpenTelemetry's own Spring Boot starter is on the class path")
				: Stream.empty();
	}

	static Stream<String> sampler(Facts facts) {
		Facts.Sampling sampling = facts.sampling();
		return (sampling.sampler() == null || sampling.ratio() >= 1) ? Stream.empty()
				: Stream.of("The sampler %s records %s of the traces: tracking ids, exemplars and links of the others "
					.formatted(sampling.sampler(), sampling.ratio()) + "lead nowhere");
	}

	static Stream<String> exemplars(Facts facts) {
		return facts.meters().exemplars() ? Stream.empty() : Stream.of("Meters cannot lead to traces");
	}

	static Stream<String> logAppender(Facts facts) {
		return (facts.logs().exported() && !facts.logs().appender())
				? Stream.of("Log records would be exported, but nothing makes any of the log lines") : Stream.empty();
	}

	static Stream<String> executors(Facts facts) {
		return facts.executorsLosingContext()
			.stream()
			.map((executor) -> "What is handed to the executor '%s' is in no trace".formatted(executor));
	}

	static Stream<String> clients(Facts facts) {
		return facts.unobservedClients()
			.stream()
			.map((client) -> "Calls by the client '%s' have no span, and send no trace".formatted(client));
	}

	static Stream<String> masking(Facts facts) {
		return facts.masking().enabled() ? Stream.empty() : Stream.of("Secrets are not masked in log lines and spans");
	}

	static Stream<String> variables(Facts facts) {
		return facts.variables().ignored().isEmpty() ? Stream.empty()
				: Stream.of("Nobody reads " + String.join(", ", facts.variables().ignored()));
	}

}
