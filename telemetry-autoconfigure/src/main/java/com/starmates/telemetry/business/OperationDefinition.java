// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an operation is called, and what its meters show.
 *
 * @param name name in lower case with underscores, such as {@code plan_generation}; its
 * meters begin with it
 * @param steps names of its steps in their order; none if it has none
 * @param labels names of labels that its meters have, four at most; their values come
 * from closed sets
 * @since 1.0.0
 */
public record OperationDefinition(String name, List<String> steps, List<String> labels) {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

	/** Meters that are not an operation's begin with these. */
	private static final Set<String> TAKEN_NAMES = Set.of("active", "ai", "ai_request", "api", "database",
			"database_query", "event_bus", "llm", "request", "telemetry");

	/** Prometheus, an operation's steps and all meters have these. */
	private static final Set<String> TAKEN_LABELS = Set.of("environment", "le", "project", "quantile", "service",
			"step", "tracking_id");

	/** Would be the meters of another operation's steps. */
	private static final String STEP = "_step";

	/** The step's own label is the fifth. */
	private static final int MAX_LABELS = 4;

	/**
	 * Create a definition.
	 * @throws IllegalArgumentException if a name is none that Prometheus takes, or there
	 * are too many labels
	 */
	public OperationDefinition {
		steps = List.copyOf(steps);
		labels = List.copyOf(labels);
		check("name", name);
		if (TAKEN_NAMES.contains(name) || name.endsWith(STEP)) {
			throw new IllegalArgumentException("'name' must be none that other meters have: '" + name + "'");
		}
		labels.forEach((label) -> check("labels", label));
		if (labels.stream().anyMatch(TAKEN_LABELS::contains) || Set.copyOf(labels).size() < labels.size()) {
			throw new IllegalArgumentException("'labels' must be none that the meters have: " + labels);
		}
		if (labels.size() > MAX_LABELS) {
			throw new IllegalArgumentException("'labels' must not be more than " + MAX_LABELS + ": " + labels);
		}
	}

	/**
	 * Return the definition of an operation without labels.
	 * @param name name of the operation
	 * @param steps names of its steps in their order
	 * @return the definition
	 */
	public static OperationDefinition of(String name, String... steps) {
		return new OperationDefinition(name, List.of(steps), List.of());
	}

	/**
	 * Return the same definition with labels.
	 * @param names names of the labels
	 * @return the definition
	 */
	public OperationDefinition withLabels(String... names) {
		return new OperationDefinition(this.name, this.steps, List.of(names));
	}

	/** Return whether a step is the last. */
	boolean isLast(String step) {
		return !this.steps.isEmpty() && this.steps.get(this.steps.size() - 1).equals(step);
	}

	private static void check(String what, String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException(
					"'" + what + "' must be lower case letters, digits and underscores: '" + name + "'");
		}
	}

}
