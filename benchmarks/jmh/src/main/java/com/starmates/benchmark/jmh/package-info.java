// SPDX-License-Identifier: Apache-2.0

/**
 * Times and allocations of single parts.
 */
@NullMarked
package com.starmates.benchmark.jmh;

import org.jspecify.annotations.NullMarked;
