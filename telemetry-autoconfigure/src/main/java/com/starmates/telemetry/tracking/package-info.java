// SPDX-License-Identifier: Apache-2.0

/**
 * The tracking id: what it is, where it is current, and how error bodies carry it.
 */
@NullMarked
package com.starmates.telemetry.tracking;

import org.jspecify.annotations.NullMarked;
