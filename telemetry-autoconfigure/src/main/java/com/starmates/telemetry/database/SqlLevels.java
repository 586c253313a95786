// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

/** How deep in parentheses a statement is, and what has begun on each level. */
final class SqlLevels {

	private static final int MAX_DEPTH = 63;

	private static final int NOWHERE = -1;

	private int depth;

	private int withDepth = NOWHERE;

	/** A bit for each level. */
	private long verbs;

	boolean isOutermost() {
		return this.depth == 0;
	}

	/** Begin a level that has no verb yet. */
	void open() {
		this.depth++;
		this.verbs &= ~bit();
	}

	/** There may be more ends than beginnings: nobody has checked the statement. */
	void close() {
		this.depth = Math.max(this.depth - 1, 0);
	}

	void addVerb() {
		this.verbs |= bit();
	}

	boolean hasVerb() {
		return (this.verbs & bit()) != 0;
	}

	/** Begin a list of named queries on this level. */
	void beginWith() {
		this.withDepth = this.depth;
	}

	/** Return whether this level has a list of named queries that is not at its end. */
	boolean isWith() {
		return this.withDepth == this.depth;
	}

	/** End this level's list of named queries, if it has one. */
	void endWith() {
		if (isWith()) {
			this.withDepth = NOWHERE;
		}
	}

	/** Return whether a list of named queries is not at its end, on any level. */
	boolean isWithin() {
		return this.withDepth >= 0;
	}

	private long bit() {
		return 1L << Math.min(this.depth, MAX_DEPTH);
	}

}
