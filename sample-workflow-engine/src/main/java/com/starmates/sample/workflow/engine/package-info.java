// SPDX-License-Identifier: Apache-2.0

/**
 * Executes workflows from an event bus, and keeps sessions and executions.
 */
@NullMarked
package com.starmates.sample.workflow.engine;

import org.jspecify.annotations.NullMarked;
