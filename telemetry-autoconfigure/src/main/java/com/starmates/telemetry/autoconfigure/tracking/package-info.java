// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the tracking id.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.tracking;

import org.jspecify.annotations.NullMarked;
