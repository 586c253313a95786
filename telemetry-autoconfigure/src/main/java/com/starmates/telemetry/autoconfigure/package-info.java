// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring only: the switch every feature shares.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure;

import org.jspecify.annotations.NullMarked;
