// SPDX-License-Identifier: Apache-2.0

/**
 * What messages carry, over brokers that are real.
 */
@NullMarked
package com.starmates.telemetry.messaging;

import org.jspecify.annotations.NullMarked;
