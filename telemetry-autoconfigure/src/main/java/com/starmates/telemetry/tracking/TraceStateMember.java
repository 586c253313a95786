// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One member of the header {@code tracestate}.
 *
 * @param key key of a tracing system, perhaps with the tenant before an {@code @}
 * @param value what that system has to say
 */
record TraceStateMember(String key, String value) {

	/** A key by Level 2, which may begin with a digit; its vendor format by Level 1. */
	private static final Pattern KEY = Pattern
		.compile("[a-z0-9][a-z0-9_*/-]{0,255}|[a-z0-9][a-z0-9_*/-]{0,240}@[a-z][a-z0-9_*/-]{0,13}");

	/** Printable ASCII but comma and equals sign, with no blank at the end. */
	private static final Pattern VALUE = Pattern.compile("[ -~&&[^,=]]{0,255}[!-~&&[^,=]]");

	static @Nullable TraceStateMember parse(String member) {
		int equals = member.indexOf('=');
		if (equals < 0) {
			return null;
		}
		TraceStateMember parsed = new TraceStateMember(member.substring(0, equals), member.substring(equals + 1));
		return parsed.isValid() ? parsed : null;
	}

	int length() {
		return this.key.length() + 1 + this.value.length();
	}

	private boolean isValid() {
		return KEY.matcher(this.key).matches() && VALUE.matcher(this.value).matches();
	}

}
