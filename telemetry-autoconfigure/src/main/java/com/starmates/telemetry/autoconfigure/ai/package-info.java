// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of what is recorded of AI models' calls.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.ai;

import org.jspecify.annotations.NullMarked;
