// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the exporters, which cost little and fail quietly.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.export;

import org.jspecify.annotations.NullMarked;
