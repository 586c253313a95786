// SPDX-License-Identifier: Apache-2.0

/**
 * Executors to which the context of whoever hands over work follows it.
 */
@NullMarked
package com.starmates.telemetry.concurrent;

import org.jspecify.annotations.NullMarked;
