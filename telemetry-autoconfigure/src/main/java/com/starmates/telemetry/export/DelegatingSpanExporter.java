// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** An exporter that stands before another one, and ends with it. */
abstract class DelegatingSpanExporter implements SpanExporter {

	private final SpanExporter delegate;

	DelegatingSpanExporter(SpanExporter delegate) {
		this.delegate = delegate;
	}

	final SpanExporter delegate() {
		return this.delegate;
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
