// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the tracking id column.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.persistence;

import org.jspecify.annotations.NullMarked;
