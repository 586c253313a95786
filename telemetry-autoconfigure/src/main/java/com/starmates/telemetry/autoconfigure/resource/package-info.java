// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of the service's identity.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.resource;

import org.jspecify.annotations.NullMarked;
