// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of work that begins at its time.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.schedule;

import org.jspecify.annotations.NullMarked;
