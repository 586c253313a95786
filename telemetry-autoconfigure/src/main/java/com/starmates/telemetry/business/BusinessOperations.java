// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.api.OpenTelemetry;

/**
 * The operations of a service. <pre>{@code
 * Operation onboarding = operations.named("onboarding", "account", "profile", "welcome");
 *
 * onboarding.run((run) -> {
 *     run.step("account", (step) -> this.accounts.create(user));
 *     run.step("profile", (step) -> this.profiles.create(user));
 *     return run.step("welcome", (step) -> this.mails.welcome(user));
 * });
 * }</pre>
 *
 * @since 1.0.0
 */
public final class BusinessOperations {

	private final GuardedMeters meters;

	private final OperationSpans spans;

	private final Map<String, Operation> operations = new ConcurrentHashMap<>();

	/**
	 * Create operations, none yet.
	 * @param meters makes their meters
	 * @param openTelemetry makes their spans
	 * @param masker what spans must not tell
	 */
	public BusinessOperations(GuardedMeters meters, OpenTelemetry openTelemetry, Masker masker) {
		this.meters = meters;
		this.spans = new OperationSpans(openTelemetry, masker);
	}

	/**
	 * Create operations of which nothing is recorded.
	 * @return operations that run what they are given
	 */
	public static BusinessOperations disabled() {
		return new BusinessOperations(GuardedMeters.disabled(), OpenTelemetry.noop(), Masker.none());
	}

	/**
	 * Return an operation without labels.
	 * @param name name in lower case with underscores, such as {@code plan_generation}
	 * @param steps names of its steps in their order
	 * @return the operation, the same for the same name
	 * @throws IllegalArgumentException if the name is none that Prometheus takes, or the
	 * operation was defined otherwise before
	 */
	public Operation named(String name, String... steps) {
		return define(OperationDefinition.of(name, steps));
	}

	/**
	 * Return an operation.
	 * @param definition what it is called, and what its meters show
	 * @return the operation, the same for the same name
	 * @throws IllegalArgumentException if the operation was defined otherwise before
	 */
	public Operation define(OperationDefinition definition) {
		Operation operation = this.operations.computeIfAbsent(definition.name(),
				(name) -> new Operation(definition, this.meters, this.spans));
		if (!operation.definition().equals(definition)) {
			throw new IllegalArgumentException(
					"'definition' must be that of before, " + operation.definition() + ": " + definition);
		}
		return operation;
	}

}
