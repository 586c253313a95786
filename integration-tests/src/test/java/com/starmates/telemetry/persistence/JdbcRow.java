// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.persistence;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A row that Spring Data JDBC writes.
 *
 * @param id its key
 * @param version how often it was written
 * @param insertedBy the tracking id of who inserted it
 * @param changedBy the tracking id of who wrote it last
 */
@Table("jdbc_rows")
record JdbcRow(@Id String id, @Version @Nullable Integer version, @TrackingIdColumn @Nullable String insertedBy,
		@TrackingIdColumn(onUpdate = true) @Nullable String changedBy) {

	static JdbcRow of(String id) {
		return new JdbcRow(id, null, null, null);
	}

}
