// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;

import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/**
 * What a span tells of an exception, where its message, or that of another one in its
 * stack trace, has secrets.
 */
final class ExceptionText {

	private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");

	private static final AttributeKey<String> STACK_TRACE = AttributeKey.stringKey("exception.stacktrace");

	private ExceptionText() {
	}

	/** Return the attributes to put in the place of the exception's own: seldom any. */
	static Attributes masked(Throwable error, Masker masker) {
		if (!hasSecrets(error, masker)) {
			return Attributes.empty();
		}
		StringWriter trace = new StringWriter();
		error.printStackTrace(new PrintWriter(trace));
		AttributesBuilder attributes = Attributes.builder().put(STACK_TRACE, masker.mask(trace.toString()));
		String message = error.getMessage();
		return ((message != null) ? attributes.put(MESSAGE, masker.mask(message)) : attributes).build();
	}

	private static boolean hasSecrets(Throwable error, Masker masker) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> open = new ArrayDeque<>();
		open.add(error);
		while (!open.isEmpty()) {
			Throwable next = open.remove();
			String text = next.toString();
			if (!masker.mask(text).equals(text)) {
				return true;
			}
			Stream.concat(Stream.ofNullable(next.getCause()), Arrays.stream(next.getSuppressed()))
				.filter(seen::add)
				.forEach(open::add);
		}
		return false;
	}

}
