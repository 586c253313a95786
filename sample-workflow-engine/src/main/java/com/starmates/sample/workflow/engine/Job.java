// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

/**
 * An execution that waits to be done, as it travels on the bus.
 */
record Job(String executionId) {

}
