// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.List;

import com.starmates.telemetry.cardinality.LabelDefinition;
import com.starmates.telemetry.cardinality.MeterDefinition;
import com.starmates.telemetry.cardinality.MeterForm;

/** Meters of who uses a service, and how well. */
enum BusinessMeters implements MeterDefinition {

	/** Uses of API keys. */
	API_KEY_USAGE(MeterForm.counter("api.key.usage", "Uses of API keys", KeyNames.API_KEY_ID, KeyNames.CLIENT_NAME,
			KeyNames.SERVICE_NAME, KeyNames.ENDPOINT, KeyNames.SUCCESS)),

	/** Uses of endpoints. */
	ENDPOINT_USAGE(MeterForm.counter("endpoint.usage", "Uses of endpoints", KeyNames.SERVICE_NAME, KeyNames.ENDPOINT,
			KeyNames.API_VERSION, KeyNames.USER_SEGMENT)),

	/** What users did. */
	USER_ACTIVITY(MeterForm.counter("user.activity", "What users did", KeyNames.USER_ID, KeyNames.ACTIVITY_TYPE,
			KeyNames.SERVICE_NAME, KeyNames.SESSION_ID)),

	/** How much of their work workflows did. */
	WORKFLOW_SUCCESS_RATE(
			MeterForm.summary("workflow.success.rate", "How much of their work workflows did, from 0 to 1",
					List.of(0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0), KeyNames.WORKFLOW_TYPE, KeyNames.COMPLEXITY_LEVEL));

	private final MeterForm form;

	BusinessMeters(MeterForm form) {
		this.form = form;
	}

	@Override
	public MeterForm form() {
		return this.form;
	}

	/** Labels of the meters. */
	static final class KeyNames {

		/** Which key, and never the key itself. */
		static final LabelDefinition API_KEY_ID = new LabelDefinition("api_key_id",
				"Alias or hash of an API key, never the key");

		/** Whose key it is. */
		static final LabelDefinition CLIENT_NAME = new LabelDefinition("client_name",
				"Name of the client that has the key");

		/** Name of the service. */
		static final LabelDefinition SERVICE_NAME = new LabelDefinition("service_name", "Name of the service");

		/** Template of the route. */
		static final LabelDefinition ENDPOINT = new LabelDefinition("endpoint",
				"Template of the route, `unmatched` or `unresolved`");

		/** Whether it was of use. */
		static final LabelDefinition SUCCESS = new LabelDefinition("success", "`true` or `false`");

		/** Version of the API. */
		static final LabelDefinition API_VERSION = new LabelDefinition("api_version",
				"Version of the API, such as `v1`, or `none`");

		/** Group that the user belongs to. */
		static final LabelDefinition USER_SEGMENT = new LabelDefinition("user_segment",
				"Group that the user belongs to, or `none`");

		/** Who it was. */
		static final LabelDefinition USER_ID = new LabelDefinition("user_id", "Id of the user, or `none`");

		/** What the user did. */
		static final LabelDefinition ACTIVITY_TYPE = new LabelDefinition("activity_type", "What the user did");

		/** The user's session. */
		static final LabelDefinition SESSION_ID = new LabelDefinition("session_id", "Id of the session, or `none`");

		/** Kind of workflow. */
		static final LabelDefinition WORKFLOW_TYPE = new LabelDefinition("workflow_type",
				"`simple`, `complex` or `ai-assisted`");

		/** How hard it was. */
		static final LabelDefinition COMPLEXITY_LEVEL = new LabelDefinition("complexity_level",
				"How hard the workflow was, as the application says");

		private KeyNames() {
		}

	}

}
