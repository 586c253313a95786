// SPDX-License-Identifier: Apache-2.0

/**
 * Asks a language model for the steps of a workflow and has the engine execute them.
 */
@NullMarked
package com.starmates.sample.workflow.agent;

import org.jspecify.annotations.NullMarked;
