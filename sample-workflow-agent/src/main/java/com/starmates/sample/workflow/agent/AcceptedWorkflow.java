// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.util.List;

/**
 * A workflow that will be executed.
 */
record AcceptedWorkflow(String id, String status, List<String> steps) {

}
