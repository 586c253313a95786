// SPDX-License-Identifier: Apache-2.0

/**
 * The defaults we set for Boot's own properties, each only where absent.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.defaults;

import org.jspecify.annotations.NullMarked;
