// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code tracestate}, which may come in several parts. One wrong member makes
 * the whole of it invalid; what does not fit is left out, large members first, then from
 * the end.
 *
 * @see <a href="https://www.w3.org/TR/trace-context-2/#tracestate-header">Trace Context
 * Level 2, section 3.3</a>
 */
final class TraceStateHeader {

	static final String NAME = "tracestate";

	private static final int MAX_MEMBERS = 32;

	private static final int MAX_LENGTH = 512;

	/** A member above this is the first to be left out. */
	private static final int LARGE_MEMBER = 128;

	private final List<TraceStateMember> members = new ArrayList<>();

	private final Set<String> keys = new HashSet<>();

	private TraceStateHeader() {
	}

	/** Return what all parts of the header say together, or nothing if one is invalid. */
	static TraceState parse(Iterator<String> headers) {
		if (!headers.hasNext()) {
			return TraceState.getDefault();
		}
		TraceStateHeader header = new TraceStateHeader();
		while (headers.hasNext()) {
			if (!header.add(headers.next())) {
				return TraceState.getDefault();
			}
		}
		header.shorten();
		return new ReceivedTraceState(header.members);
	}

	private boolean add(String part) {
		for (String text : part.split(",")) {
			String member = TraceParent.withoutWhitespace(text);
			if (!member.isEmpty() && !add(TraceStateMember.parse(member))) {
				return false;
			}
		}
		return true;
	}

	private boolean add(@Nullable TraceStateMember member) {
		if (member == null || this.members.size() == MAX_MEMBERS || !this.keys.add(member.key())) {
			return false;
		}
		return this.members.add(member);
	}

	private void shorten() {
		while (length() > MAX_LENGTH) {
			this.members.remove(indexToLeaveOut());
		}
	}

	private int indexToLeaveOut() {
		for (int i = this.members.size() - 1; i >= 0; i--) {
			if (this.members.get(i).length() > LARGE_MEMBER) {
				return i;
			}
		}
		return this.members.size() - 1;
	}

	/** With the commas between the members. */
	private int length() {
		return this.members.stream().mapToInt(TraceStateMember::length).sum() + this.members.size() - 1;
	}

}
