// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import org.jspecify.annotations.Nullable;

/**
 * What callers are told, and what they may decide.
 *
 * @param headerName name of the response header for the tracking id, or {@code null} to
 * tell it to nobody
 * @param inbound what becomes of the trace that a caller sends
 * @since 1.0.0
 */
public record TrackingPolicy(@Nullable String headerName, Inbound inbound) {

}
