// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of operations and the meters that matter to applications.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.business;

import org.jspecify.annotations.NullMarked;
