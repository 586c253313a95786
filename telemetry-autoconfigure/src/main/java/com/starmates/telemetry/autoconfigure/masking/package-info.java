// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of what must never be written down.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.masking;

import org.jspecify.annotations.NullMarked;
