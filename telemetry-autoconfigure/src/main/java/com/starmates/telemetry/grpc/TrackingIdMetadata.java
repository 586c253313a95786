// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.grpc;

import java.util.Locale;
import java.util.regex.Pattern;

import io.grpc.Metadata;
import org.jspecify.annotations.Nullable;

/** The tracking id among the metadata of a call. */
final class TrackingIdMetadata {

	private static final String DEFAULT_NAME = "x-tracking-id";

	/**
	 * Of HTTP's headers not all are names of metadata, and those that end so hold bytes.
	 */
	private static final Pattern NAME = Pattern.compile("[0-9a-z_.-]+(?<!-bin)");

	private final Metadata.Key<String> key;

	TrackingIdMetadata(String headerName) {
		String name = headerName.toLowerCase(Locale.ROOT);
		this.key = Metadata.Key.of(NAME.matcher(name).matches() ? name : DEFAULT_NAME,
				Metadata.ASCII_STRING_MARSHALLER);
	}

	/** Say a tracking id, instead of what was said before. */
	void put(Metadata metadata, @Nullable String trackingId) {
		if (trackingId != null) {
			remove(metadata);
			metadata.put(this.key, trackingId);
		}
	}

	void remove(Metadata metadata) {
		metadata.removeAll(this.key);
	}

}
