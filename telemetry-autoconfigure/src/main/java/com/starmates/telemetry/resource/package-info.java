// SPDX-License-Identifier: Apache-2.0

/**
 * What this process is called: service, environment and project, resolved once.
 */
@NullMarked
package com.starmates.telemetry.resource;

import org.jspecify.annotations.NullMarked;
