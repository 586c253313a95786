// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the HTTP exchange.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.http;

import org.jspecify.annotations.NullMarked;
