// SPDX-License-Identifier: Apache-2.0

/**
 * The demo: three services as processes, a receiver in place of a collector, and one
 * tracking id to be found everywhere.
 */
@NullMarked
package com.starmates.demo;

import org.jspecify.annotations.NullMarked;
