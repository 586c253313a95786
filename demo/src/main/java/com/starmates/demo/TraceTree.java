// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a trace as an indented tree.
 */
final class TraceTree {

	private static final String ROW = "%-72s %-8s %8.1f ms  %s";

	private static final String INDENT = "  ";

	private static final double NANOS_PER_MILLI = 1_000_000;

	private final Trace trace;

	private final List<String> rows = new ArrayList<>();

	private TraceTree(Trace trace) {
		this.trace = trace;
	}

	static List<String> draw(Trace trace) {
		TraceTree tree = new TraceTree(trace);
		for (Span span : trace.spans()) {
			if (span.isRoot()) {
				tree.add(span, "");
			}
			else if (trace.parent(span) == null) {
				tree.rows.add("(a parent that was not received)");
				tree.add(span, INDENT);
			}
		}
		return tree.rows;
	}

	private void add(Span span, String indent) {
		String label = indent + span.service() + "  " + span.name();
		double millis = span.duration().toNanos() / NANOS_PER_MILLI;
		this.rows.add(String.format(Locale.ROOT, ROW, label, span.kind(), millis, span.status()).stripTrailing());
		this.trace.children(span).forEach((child) -> add(child, indent + INDENT));
	}

}
