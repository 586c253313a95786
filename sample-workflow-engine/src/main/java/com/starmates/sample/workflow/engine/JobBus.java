// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

/**
 * Carries jobs to the {@link JobHandler}, some time, on some thread.
 */
interface JobBus {

	void publish(Job job);

}
