// SPDX-License-Identifier: Apache-2.0

/**
 * What kind of error an exception is: its short name and its category.
 */
@NullMarked
package com.starmates.telemetry.error;

import org.jspecify.annotations.NullMarked;
