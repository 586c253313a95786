// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.starmates.telemetry.error.SpanErrors;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Exports spans without the secrets that their errors tell.
 *
 * @since 1.0.0
 */
public final class MaskedSpanExporter extends DelegatingSpanExporter {

	private final SpanErrors errors;

	/**
	 * Create an exporter.
	 * @param delegate does the work
	 * @param errors masks
	 */
	public MaskedSpanExporter(SpanExporter delegate, SpanErrors errors) {
		super(delegate);
		this.errors = errors;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		List<SpanData> masked = new ArrayList<>(spans.size());
		for (SpanData span : spans) {
			masked.add(this.errors.masked(span));
		}
		return delegate().export(masked);
	}

}
