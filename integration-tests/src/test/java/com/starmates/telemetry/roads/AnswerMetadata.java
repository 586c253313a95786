// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import org.assertj.core.util.Lists;
import org.jspecify.annotations.Nullable;

/** Keeps the metadata of an answer, which tell the tracking id. */
final class AnswerMetadata {

	static final Metadata.Key<String> TRACKING_ID = Metadata.Key.of("x-tracking-id", Metadata.ASCII_STRING_MARSHALLER);

	private final AtomicReference<@Nullable Metadata> headers = new AtomicReference<>();

	private final AtomicReference<@Nullable Metadata> trailers = new AtomicReference<>();

	/** Return a channel whose answers are kept. */
	Channel of(Channel channel) {
		return ClientInterceptors.intercept(channel,
				MetadataUtils.newCaptureMetadataInterceptor(this.headers, this.trailers));
	}

	List<String> idsInHeaders() {
		return ids(this.headers.get());
	}

	List<String> idsInTrailers() {
		return ids(this.trailers.get());
	}

	private static List<String> ids(@Nullable Metadata metadata) {
		Iterable<String> told = (metadata != null) ? metadata.getAll(TRACKING_ID) : null;
		return (told != null) ? Lists.newArrayList(told) : List.of();
	}

}
