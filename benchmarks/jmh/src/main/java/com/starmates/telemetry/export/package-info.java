// SPDX-License-Identifier: Apache-2.0

/**
 * Parts that nobody else may call.
 */
@NullMarked
package com.starmates.telemetry.export;

import org.jspecify.annotations.NullMarked;
