// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the labels on every meter.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
