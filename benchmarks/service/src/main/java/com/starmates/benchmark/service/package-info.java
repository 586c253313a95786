// SPDX-License-Identifier: Apache-2.0

/**
 * The small service that every variant of the benchmark runs.
 */
@NullMarked
package com.starmates.benchmark.service;

import org.jspecify.annotations.NullMarked;
