// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import org.jspecify.annotations.Nullable;

/**
 * A line that is being written: its bytes, what its event carries, and what it may still
 * take. An instance belongs to one thread, which uses it again and again.
 */
final class Line {

	private static final ThreadLocal<Line> OF_THREAD = ThreadLocal.withInitial(Line::new);

	private final JsonBuffer json = new JsonBuffer();

	private final EventFields fields = new EventFields();

	private final TraceIds ids = new TraceIds();

	private final LineBudget budget = new LineBudget();

	private final LineSizes sizes = new LineSizes();

	private @Nullable LineLimits limits;

	private boolean borrowed;

	/**
	 * Return the instance of the calling thread; or, if an argument's own
	 * {@code toString()} logs while its event is being written, another.
	 */
	static Line borrow() {
		Line line = OF_THREAD.get();
		if (line.borrowed) {
			line = new Line();
		}
		line.borrowed = true;
		return line;
	}

	/** Give the instance back, empty. */
	void release() {
		this.fields.clear();
		this.ids.clear();
		this.json.shrink();
		this.borrowed = false;
	}

	/** Begin to write it, perhaps again, within limits. */
	void begin(LineLimits within, int maxFields) {
		this.limits = within;
		this.budget.begin(maxFields);
		this.budget.drop(this.fields.dropped());
		this.sizes.begin();
		this.json.begin();
	}

	JsonBuffer json() {
		return this.json;
	}

	EventFields fields() {
		return this.fields;
	}

	TraceIds ids() {
		return this.ids;
	}

	LineBudget budget() {
		return this.budget;
	}

	LineSizes sizes() {
		return this.sizes;
	}

	LineLimits limits() {
		if (this.limits == null) {
			throw new IllegalStateException("Line has not begun");
		}
		return this.limits;
	}

}
