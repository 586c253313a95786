// SPDX-License-Identifier: Apache-2.0

/**
 * The tracking id in database rows.
 */
@NullMarked
package com.starmates.telemetry.persistence;

import org.jspecify.annotations.NullMarked;
