// SPDX-License-Identifier: Apache-2.0

/**
 * What must never be written down, for logs and spans alike.
 */
@NullMarked
package com.starmates.telemetry.masking;

import org.jspecify.annotations.NullMarked;
