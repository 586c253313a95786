// SPDX-License-Identifier: Apache-2.0

/**
 * Calls of AI models: how many, how long, their tokens and what they cost.
 */
@NullMarked
package com.starmates.telemetry.ai;

import org.jspecify.annotations.NullMarked;
