// SPDX-License-Identifier: Apache-2.0

/**
 * Stands for objects of libraries that have interfaces, but no place to hook in.
 */
@NullMarked
package com.starmates.telemetry.proxy;

import org.jspecify.annotations.NullMarked;
