// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.starmates.telemetry.persistence.TrackingIdColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A row for each session.
 */
@Entity
@Table(name = "sessions")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Session {

	@Id
	@GeneratedValue(strategy = GenerationType.UUID)
	private String id;

	@Column(nullable = false)
	private String userId;

	@Column(nullable = false)
	private String segment;

	@Column(nullable = false)
	private Instant createdAt;

	@TrackingIdColumn
	@Column(length = 32)
	private @Nullable String trackingId;

	protected Session() {
	}

	Session(String userId, String segment) {
		this.userId = userId;
		this.segment = segment;
		this.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	String getId() {
		return this.id;
	}

	String getUserId() {
		return this.userId;
	}

	String getSegment() {
		return this.segment;
	}

	Instant getCreatedAt() {
		return this.createdAt;
	}

	@Nullable String getTrackingId() {
		return this.trackingId;
	}

}
