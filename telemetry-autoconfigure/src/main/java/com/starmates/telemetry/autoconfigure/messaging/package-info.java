// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of messages that carry their trace.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.messaging;

import org.jspecify.annotations.NullMarked;
