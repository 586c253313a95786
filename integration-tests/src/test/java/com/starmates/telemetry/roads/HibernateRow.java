// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import com.starmates.telemetry.persistence.TrackingIdColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row that Hibernate writes. */
@Entity
@Table(name = "hibernate_rows")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class HibernateRow {

	@Id
	private String id;

	private int version;

	@TrackingIdColumn
	@Column(length = 32)
	private @Nullable String insertedBy;

	@TrackingIdColumn(onUpdate = true)
	@Column(length = 32)
	private @Nullable String changedBy;

	protected HibernateRow() {
	}

	HibernateRow(String id) {
		this.id = id;
	}

	void change() {
		this.version++;
	}

}
