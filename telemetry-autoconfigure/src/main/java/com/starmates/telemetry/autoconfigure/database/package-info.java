// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the queries of data sources.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.database;

import org.jspecify.annotations.NullMarked;
