// SPDX-License-Identifier: Apache-2.0

/**
 * The meters' vocabulary, and the guard that keeps every meter inside its series budget.
 */
@NullMarked
package com.starmates.telemetry.cardinality;

import org.jspecify.annotations.NullMarked;
