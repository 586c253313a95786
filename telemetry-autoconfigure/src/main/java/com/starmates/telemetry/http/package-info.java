// SPDX-License-Identifier: Apache-2.0

/**
 * One HTTP exchange: the filter, its server span, its meters, its access-log line.
 */
@NullMarked
package com.starmates.telemetry.http;

import org.jspecify.annotations.NullMarked;
