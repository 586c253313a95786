// SPDX-License-Identifier: Apache-2.0

/**
 * The small API that applications call: operations, and the meters that matter to them.
 */
@NullMarked
package com.starmates.telemetry.business;

import org.jspecify.annotations.NullMarked;
