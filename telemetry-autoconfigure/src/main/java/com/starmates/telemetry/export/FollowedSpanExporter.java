// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Lets an {@link ExportFollower} see what becomes of exported spans.
 *
 * @since 1.0.0
 */
public final class FollowedSpanExporter extends DelegatingSpanExporter {

	private final ExportFollower follower;

	/**
	 * Create a followed exporter.
	 * @param delegate does the work, or shares it out
	 * @param follower sees its exports
	 */
	public FollowedSpanExporter(SpanExporter delegate, ExportFollower follower) {
		super(delegate);
		this.follower = follower;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return this.follower.follow(spans.size(), () -> delegate().export(spans));
	}

}
