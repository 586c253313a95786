// SPDX-License-Identifier: Apache-2.0

/**
 * Work that begins at its time: each run has a trace and a context of its own.
 */
@NullMarked
package com.starmates.telemetry.schedule;

import org.jspecify.annotations.NullMarked;
