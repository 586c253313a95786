// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.Objects;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.LabelledMeters;
import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.context.WorkflowType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import org.jspecify.annotations.Nullable;

/**
 * Counts who uses the service, and how well, by one line each. Users and sessions are
 * those of the current {@link TelemetryContext}.
 *
 * @since 1.0.0
 */
public final class UsageMeters {

	private final LabelledMeters<Counter> apiKeys;

	private final LabelledMeters<Counter> endpoints;

	private final LabelledMeters<Counter> activities;

	private final LabelledMeters<DistributionSummary> successRates;

	private final String serviceName;

	/**
	 * Create the meters.
	 * @param meters makes them
	 * @param serviceName value of the label {@code service_name}
	 */
	public UsageMeters(GuardedMeters meters, String serviceName) {
		this.apiKeys = meters.counters(BusinessMeters.API_KEY_USAGE);
		this.endpoints = meters.counters(BusinessMeters.ENDPOINT_USAGE);
		this.activities = meters.counters(BusinessMeters.USER_ACTIVITY);
		this.successRates = meters.summaries(BusinessMeters.WORKFLOW_SUCCESS_RATE);
		this.serviceName = serviceName;
	}

	/**
	 * Count the use of an API key.
	 * @param key which key, if any
	 * @param clientName name of the client that has it
	 * @param endpoint template of the route, such as {@code /api/v1/sessions/{id}}
	 * @param success whether the key opened the door
	 */
	public void apiKeyUsed(@Nullable ApiKeyId key, @Nullable String clientName, @Nullable String endpoint,
			boolean success) {
		this.apiKeys.get(Objects.toString(key, null), clientName, this.serviceName, endpoint, Boolean.toString(success))
			.increment();
	}

	/**
	 * Count the use of an endpoint by the current user's segment.
	 * @param endpoint template of the route, such as {@code /api/v1/sessions/{id}}
	 * @param apiVersion version of the API, such as {@code v1}
	 */
	public void endpointUsed(@Nullable String endpoint, @Nullable String apiVersion) {
		this.endpoints.get(this.serviceName, endpoint, apiVersion, TelemetryContext.current().userSegment())
			.increment();
	}

	/**
	 * Count what the current user did.
	 * @param activityType one of few kinds of activities, such as {@code login}
	 */
	public void userActive(@Nullable String activityType) {
		TelemetryContext context = TelemetryContext.current();
		this.activities.get(context.userId(), activityType, this.serviceName, context.sessionId()).increment();
	}

	/**
	 * Record how much of its work a workflow did.
	 * @param type kind of workflow
	 * @param complexityLevel one of few levels, such as {@code high}
	 * @param rate from 0, nothing, to 1, everything; what is no number is ignored, and
	 * what is beyond counts as the nearer of the two
	 */
	public void workflowEnded(@Nullable WorkflowType type, @Nullable String complexityLevel, double rate) {
		if (!Double.isNaN(rate)) {
			this.successRates.get(Objects.toString(type, null), complexityLevel).record(Math.max(0, Math.min(1, rate)));
		}
	}

}
