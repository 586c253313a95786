// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.context;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How much a workflow has to do.
 *
 * @since 1.0.0
 */
public enum WorkflowType {

	/**
	 * A few steps, one after another.
	 */
	SIMPLE,

	/**
	 * Many steps, or such as depend on each other.
	 */
	COMPLEX,

	/**
	 * Steps that ask a model.
	 */
	AI_ASSISTED;

	private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

	/**
	 * Return the type that log lines have a text for.
	 * @param text the text, such as {@code ai-assisted}
	 * @return the type, or {@code null} if it is none
	 */
	public static @Nullable WorkflowType of(@Nullable String text) {
		for (WorkflowType type : values()) {
			if (type.label.equals(text)) {
				return type;
			}
		}
		return null;
	}

	/**
	 * Return the type as log lines and labels have it, such as {@code ai-assisted}.
	 */
	@Override
	public String toString() {
		return this.label;
	}

}
