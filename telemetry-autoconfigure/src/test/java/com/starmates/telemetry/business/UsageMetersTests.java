// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.context.WorkflowType;
import io.micrometer.core.instrument.DistributionSummary;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link UsageMeters}. */
class UsageMetersTests {

	private final Recordings recordings = new Recordings();

	private final UsageMeters usage = new UsageMeters(this.recordings.meters(), "api-gateway");

	@Test
	void keyIsCountedByItsHash() {
		this.usage.apiKeyUsed(ApiKeyId.ofKey("sk-live-0123456789"), "mobile", "/api/v1/sessions", true);
		assertThat(this.recordings.count("api.key.usage", "api_key_id", "key_74978375b3a4", "client_name", "mobile",
				"service_name", "api-gateway", "endpoint", "/api/v1/sessions", "success", "true"))
			.isOne();
	}

	@Test
	void keyIsCountedByItsAlias() {
		this.usage.apiKeyUsed(ApiKeyId.ofAlias("partner"), null, null, false);
		assertThat(this.recordings.count("api.key.usage", "api_key_id", "partner", "client_name", "none", "endpoint",
				"none", "success", "false"))
			.isOne();
	}

	@Test
	void keyThatIsTakenForItsAliasIsNotShown() {
		String key = "sk-live-4eC39HqLyjWDarjtT1zdp7dc";
		assertThat(ApiKeyId.ofAlias(key)).hasToString(ApiKeyId.ofKey(key).toString());
		assertThat(ApiKeyId.ofAlias(null)).hasToString("none");
	}

	@Test
	void whatIsNotKnownIsNone() {
		this.usage.apiKeyUsed(ApiKeyId.ofKey(null), null, null, false);
		this.usage.apiKeyUsed(null, null, null, false);
		this.usage.userActive(null);
		this.usage.workflowEnded(null, null, 1);
		assertThat(this.recordings.count("api.key.usage", "api_key_id", "none")).isEqualTo(2);
		assertThat(this.recordings.count("user.activity", "activity_type", "none")).isOne();
		assertThat(
				this.recordings.registry().get("workflow.success.rate").tag("workflow_type", "none").summary().count())
			.isOne();
	}

	@Test
	void endpointIsCountedByTheUsersSegment() {
		try (Scope scope = TelemetryContext.open()) {
			TelemetryContext.current().user("user_1", "premium");
			this.usage.endpointUsed("/api/v1/sessions/{id}", "v1");
		}
		this.usage.endpointUsed("/api/v1/sessions/{id}", null);
		assertThat(this.recordings.count("endpoint.usage", "service_name", "api-gateway", "endpoint",
				"/api/v1/sessions/{id}", "api_version", "v1", "user_segment", "premium"))
			.isOne();
		assertThat(this.recordings.count("endpoint.usage", "api_version", "none", "user_segment", "none")).isOne();
	}

	@Test
	void activityIsCountedByUserAndSession() {
		try (Scope scope = TelemetryContext.open()) {
			TelemetryContext.current().user("user_1").session("session_2");
			this.usage.userActive("login");
		}
		assertThat(this.recordings.count("user.activity", "user_id", "user_1", "activity_type", "login", "service_name",
				"api-gateway", "session_id", "session_2"))
			.isOne();
	}

	@Test
	void successRateIsFromZeroToOne() {
		for (double rate : new double[] { 0.75, 7, -1, Double.NaN, Double.POSITIVE_INFINITY }) {
			this.usage.workflowEnded(WorkflowType.AI_ASSISTED, "high", rate);
		}
		DistributionSummary summary = this.recordings.registry()
			.get("workflow.success.rate")
			.tags("workflow_type", "ai-assisted", "complexity_level", "high")
			.summary();
		assertThat(summary.count()).isEqualTo(4);
		assertThat(summary.totalAmount()).isEqualTo(2.75);
	}

}
