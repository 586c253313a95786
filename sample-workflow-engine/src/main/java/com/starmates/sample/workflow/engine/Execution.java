// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.starmates.telemetry.persistence.TrackingIdColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A row for each workflow that the engine took.
 */
@Entity
@Table(name = "executions")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Execution {

	@Id
	@GeneratedValue(strategy = GenerationType.UUID)
	private String id;

	@Column(nullable = false, length = 2000)
	private String description;

	@Column(nullable = false)
	private String type;

	private @Nullable String sessionId;

	@Column(nullable = false, length = 2000)
	private List<String> steps;

	@Enumerated(EnumType.STRING)
	@Column(nullable = false)
	private ExecutionStatus status = ExecutionStatus.QUEUED;

	@Column(nullable = false)
	private Instant createdAt;

	@TrackingIdColumn
	@Column(length = 32)
	private @Nullable String trackingId;

	protected Execution() {
	}

	Execution(PlannedWorkflow workflow) {
		this.description = workflow.description();
		this.type = workflow.type();
		this.sessionId = workflow.sessionId();
		this.steps = workflow.steps();
		this.createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	void setStatus(ExecutionStatus status) {
		this.status = status;
	}

	String getId() {
		return this.id;
	}

	String getDescription() {
		return this.description;
	}

	String getType() {
		return this.type;
	}

	@Nullable String getSessionId() {
		return this.sessionId;
	}

	List<String> getSteps() {
		return this.steps;
	}

	ExecutionStatus getStatus() {
		return this.status;
	}

	Instant getCreatedAt() {
		return this.createdAt;
	}

	@Nullable String getTrackingId() {
		return this.trackingId;
	}

}
