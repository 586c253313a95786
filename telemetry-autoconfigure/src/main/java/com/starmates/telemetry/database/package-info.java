// SPDX-License-Identifier: Apache-2.0

/**
 * One query: its span, its meters, and what its SQL may tell.
 */
@NullMarked
package com.starmates.telemetry.database;

import org.jspecify.annotations.NullMarked;
