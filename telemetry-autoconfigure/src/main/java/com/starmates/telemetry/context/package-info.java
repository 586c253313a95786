// SPDX-License-Identifier: Apache-2.0

/**
 * What a piece of work is about: its user, session, workflow and operation.
 */
@NullMarked
package com.starmates.telemetry.context;

import org.jspecify.annotations.NullMarked;
