// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import com.starmates.telemetry.persistence.TrackingIdColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A row that Spring Data writes, over JDBC or R2DBC.
 *
 * @param id its key
 * @param version how often it was written
 * @param insertedBy the tracking id of who inserted it
 * @param changedBy the tracking id of who wrote it last
 */
@Table("data_rows")
record SpringDataRow(@Id String id, @Version @Nullable Integer version, @TrackingIdColumn @Nullable String insertedBy,
		@TrackingIdColumn(onUpdate = true) @Nullable String changedBy) {

	static SpringDataRow of(String id) {
		return new SpringDataRow(id, null, null, null);
	}

}
