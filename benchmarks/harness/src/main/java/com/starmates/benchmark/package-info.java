// SPDX-License-Identifier: Apache-2.0

/**
 * Starts the variants of one service, loads them in turns, checks what they delivered and
 * reports what it cost.
 */
@NullMarked
package com.starmates.benchmark;

import org.jspecify.annotations.NullMarked;
