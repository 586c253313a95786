// SPDX-License-Identifier: Apache-2.0

/**
 * What calls, messages and rows carry, over servers that are real.
 */
@NullMarked
package com.starmates.telemetry.roads;

import org.jspecify.annotations.NullMarked;
