// SPDX-License-Identifier: Apache-2.0

/**
 * The tracking id among the metadata of gRPC's calls.
 */
@NullMarked
package com.starmates.telemetry.grpc;

import org.jspecify.annotations.NullMarked;
