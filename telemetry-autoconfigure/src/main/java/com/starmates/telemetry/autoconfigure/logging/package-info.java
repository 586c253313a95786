// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the log line into Boot's structured logging.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.logging;

import org.jspecify.annotations.NullMarked;
