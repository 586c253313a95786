// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One member of the header {@code tracestate}, by Level 2, whose keys may begin with a
 * digit and have an {@code @} anywhere behind it. Level 1 has one, between tenant and
 * system, and its keys are all of Level 2 as well.
 *
 * @param key key of a tracing system
 * @param value what that system has to say
 */
record TraceStateMember(String key, String value) {

	private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_*/@-]{0,255}");

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
