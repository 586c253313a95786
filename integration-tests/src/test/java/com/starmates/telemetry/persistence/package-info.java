// SPDX-License-Identifier: Apache-2.0

/**
 * What rows say of the work that wrote them, in a database that is real.
 */
@NullMarked
package com.starmates.telemetry.persistence;

import org.jspecify.annotations.NullMarked;
