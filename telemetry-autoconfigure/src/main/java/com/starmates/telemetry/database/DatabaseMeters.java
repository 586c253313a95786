// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.util.List;

import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.MeterDefinition;
import com.starmates.telemetry.cardinality.MeterForm;

/** Meters recorded for queries. */
enum DatabaseMeters implements MeterDefinition {

	/** Queries sent to databases, those that fail among them. */
	QUERIES(MeterForm.counter("database.queries", "Queries sent to databases, those that fail among them",
			KeyNames.OPERATION, KeyNames.TABLE)),

	/** How long queries took; a threshold of an alert is always one of the buckets. */
	QUERY_DURATION(MeterForm.timer("database.query.duration", "How long queries took, until the driver returned",
			List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)));

	/** Value of {@code table} where there is none. */
	static final String NO_TABLE = "none";

	private final MeterForm form;

	DatabaseMeters(MeterForm form) {
		this.form = form;
	}

	@Override
	public MeterForm form() {
		return this.form;
	}

	/** Labels of the meters. */
	static final class KeyNames {

		/** What the statement does. */
		static final LabelDefinition OPERATION = new LabelDefinition("operation",
				"`select`, `insert`, `update`, `delete`, `merge`, `replace`, `call`, `create`, `alter`, `drop`, "
						+ "`truncate` or `other`");

		/** The table that it does it to. */
		static final LabelDefinition TABLE = new LabelDefinition("table",
				"The first table of the statement, in lower case and without its schema, or `none`");

		private KeyNames() {
		}

	}

}
