// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the quiet exporters.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.export;

import org.jspecify.annotations.NullMarked;
