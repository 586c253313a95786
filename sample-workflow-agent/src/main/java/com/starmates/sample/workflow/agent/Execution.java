// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

/**
 * What the engine says of a workflow that it took.
 */
record Execution(String id, String status) {

}
