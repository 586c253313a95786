// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.Iterator;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code traceparent}.
 *
 * @param header the header's value, which is valid
 * @see <a href="https://www.w3.org/TR/trace-context-2/#traceparent-header">Trace Context
 * Level 2, section 3.2</a>
 */
record TraceParent(String header) {

	static final String NAME = "traceparent";

	/** Length of version 00; higher ones may have more, behind another hyphen. */
	private static final int LENGTH = 55;

	private static final int TRACE_ID = 3;

	private static final int SPAN_ID = 36;

	private static final int FLAGS = 53;

	/** What is known of the flags: sampled, and random trace id. */
	private static final int KNOWN_FLAGS = 0x03;

	/**
	 * Return the header that a request has, or {@code null} if it has none, more than one
	 * or an invalid one.
	 */
	static @Nullable TraceParent of(Iterator<String> headers) {
		if (!headers.hasNext()) {
			return null;
		}
		String header = withoutWhitespace(headers.next());
		return (!headers.hasNext() && isValid(header)) ? new TraceParent(header) : null;
	}

	SpanContext toSpanContext(TraceState traceState) {
		return SpanContext.createFromRemoteParent(this.header.substring(TRACE_ID, TRACE_ID + TraceId.getLength()),
				this.header.substring(SPAN_ID, SPAN_ID + SpanId.getLength()), flags(), traceState);
	}

	private TraceFlags flags() {
		int flags = hex(this.header.charAt(FLAGS)) << 4 | hex(this.header.charAt(FLAGS + 1));
		return TraceFlags.fromByte((byte) (flags & KNOWN_FLAGS));
	}

	private static boolean isValid(String header) {
		if (header.length() < LENGTH || !isVersionValid(header)) {
			return false;
		}
		return isField(header, 0, 2) && isId(header, TRACE_ID, TraceId.getLength())
				&& isId(header, SPAN_ID, SpanId.getLength()) && isHex(header, FLAGS, LENGTH);
	}

	private static boolean isVersionValid(String header) {
		if (header.startsWith("00")) {
			return header.length() == LENGTH;
		}
		return !header.startsWith("ff") && (header.length() == LENGTH || header.charAt(LENGTH) == '-');
	}

	/** An id must not be zero. */
	private static boolean isId(String header, int start, int length) {
		int first = start;
		while (first < start + length && header.charAt(first) == '0') {
			first++;
		}
		return first < start + length && isField(header, start, length);
	}

	private static boolean isField(String header, int start, int length) {
		return isHex(header, start, start + length) && header.charAt(start + length) == '-';
	}

	private static boolean isHex(String header, int start, int end) {
		for (int i = start; i < end; i++) {
			if (hex(header.charAt(i)) < 0) {
				return false;
			}
		}
		return true;
	}

	/** Lower case only, as the recommendation has it. */
	private static int hex(char c) {
		if (c >= '0' && c <= '9') {
			return c - '0';
		}
		return (c >= 'a' && c <= 'f') ? c - 'a' + 10 : -1;
	}

	/** Whitespace around a header's value is no part of it (RFC 9110, section 5.5). */
	static String withoutWhitespace(String value) {
		int start = 0;
		int end = value.length();
		while (start < end && isWhitespace(value.charAt(start))) {
			start++;
		}
		while (end > start && isWhitespace(value.charAt(end - 1))) {
			end--;
		}
		return value.substring(start, end);
	}

	private static boolean isWhitespace(char c) {
		return c == ' ' || c == '\t';
	}

}
