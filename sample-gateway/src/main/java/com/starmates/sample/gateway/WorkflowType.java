// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The kinds of workflow there are.
 */
enum WorkflowType {

	@JsonProperty("simple")
	SIMPLE,

	@JsonProperty("complex")
	COMPLEX,

	@JsonProperty("ai-assisted")
	AI_ASSISTED

}
