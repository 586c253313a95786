// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

/**
 * Lets an {@link ExportFollower} see what becomes of exported log records.
 *
 * @since 1.0.0
 */
public final class FollowedLogRecordExporter implements LogRecordExporter {

	private final LogRecordExporter delegate;

	private final ExportFollower follower;

	/**
	 * Create a followed exporter.
	 * @param delegate does the work, or shares it out
	 * @param follower sees its exports
	 */
	public FollowedLogRecordExporter(LogRecordExporter delegate, ExportFollower follower) {
		this.delegate = delegate;
		this.follower = follower;
	}

	@Override
	public CompletableResultCode export(Collection<LogRecordData> records) {
		return this.follower.follow(records.size(), () -> this.delegate.export(records));
	}

	@Override
	public CompletableResultCode flush() {
		return this.delegate.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.delegate.shutdown();
	}

	@Override
	public String toString() {
		return this.delegate.toString();
	}

}
