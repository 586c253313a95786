// SPDX-License-Identifier: Apache-2.0

/**
 * Wiring of calls by gRPC.
 */
@NullMarked
package com.starmates.telemetry.autoconfigure.grpc;

import org.jspecify.annotations.NullMarked;
