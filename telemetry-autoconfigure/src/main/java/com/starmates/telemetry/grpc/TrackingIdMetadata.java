// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.grpc;

import io.grpc.Metadata;

/** The tracking id among the metadata of a call. */
final class TrackingIdMetadata {

	static final Metadata.Key<String> KEY = Metadata.Key.of("x-tracking-id", Metadata.ASCII_STRING_MARSHALLER);

	private TrackingIdMetadata() {
	}

	/** Say the tracking id of a context, instead of what was said before. */
	static void put(Metadata metadata, String trackingId) {
		metadata.removeAll(KEY);
		metadata.put(KEY, trackingId);
	}

}
