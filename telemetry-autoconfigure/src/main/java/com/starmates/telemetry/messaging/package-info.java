// SPDX-License-Identifier: Apache-2.0

/**
 * Messages on buses: how many, and what became of them.
 */
@NullMarked
package com.starmates.telemetry.messaging;

import org.jspecify.annotations.NullMarked;
