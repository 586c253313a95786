// SPDX-License-Identifier: Apache-2.0

/**
 * One tracking id through logs, traces, metrics and rows of Spring services.
 */
@NullMarked
package com.starmates.telemetry;

import org.jspecify.annotations.NullMarked;
