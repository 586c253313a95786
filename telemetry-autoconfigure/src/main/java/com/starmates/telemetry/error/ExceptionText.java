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
 * stack trace, has secrets or is too long: a span that is too large may cost the whole
 * batch that it is sent with.
 */
final class ExceptionText {

	private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");

	private static final AttributeKey<String> STACK_TRACE = AttributeKey.stringKey("exception.stacktrace");

	private static final int MAX_MESSAGE = 8 * 1024;

	private static final int MAX_STACK_TRACE = 32 * 1024;

	/** What fits into a stack trace of that length, most of the time. */
	private static final int MAX_FRAMES = 400;

	private ExceptionText() {
	}

	/** Return the attributes to put in the place of the exception's own: seldom any. */
	static Attributes masked(Throwable error, Masker masker) {
		if (!isToBeChanged(error, masker)) {
			return Attributes.empty();
		}
		StringWriter trace = new StringWriter();
		error.printStackTrace(new PrintWriter(trace));
		AttributesBuilder attributes = Attributes.builder()
			.put(STACK_TRACE, cut(masker.mask(trace.toString()), MAX_STACK_TRACE));
		String message = error.getMessage();
		return ((message != null) ? attributes.put(MESSAGE, message(message, masker)) : attributes).build();
	}

	static String message(String message, Masker masker) {
		return cut(masker.mask(message), MAX_MESSAGE);
	}

	private static String cut(String text, int length) {
		if (text.length() <= length) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
		return text.substring(0, end) + '\u2026';
	}

	private static boolean isToBeChanged(Throwable error, Masker masker) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Throwable> open = new ArrayDeque<>();
		int frames = 0;
		open.add(error);
		while (!open.isEmpty()) {
			Throwable next = open.remove();
			String text = next.toString();
			frames += next.getStackTrace().length;
			if (text.length() > MAX_MESSAGE || frames > MAX_FRAMES || !masker.mask(text).equals(text)) {
				return true;
			}
			Stream.concat(Stream.ofNullable(next.getCause()), Arrays.stream(next.getSuppressed()))
				.filter(seen::add)
				.forEach(open::add);
		}
		return false;
	}

}
