// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * Drops what is called on excluded paths, and leaves all else to the sampler that is
 * configured. That one may not ask whether the parent is sampled, and children would be
 * recorded of a span that is not.
 *
 * @since 1.0.0
 */
public final class QuietSampler implements Sampler {

	private static final ContextKey<Boolean> QUIET = ContextKey.named("com.starmates.telemetry.quiet");

	private final Sampler delegate;

	/**
	 * Create a sampler.
	 * @param delegate decides wherever it is not quiet
	 */
	public QuietSampler(Sampler delegate) {
		this.delegate = delegate;
	}

	/** Return a context that nothing is recorded in. */
	static Context quiet(Context context) {
		return context.with(QUIET, Boolean.TRUE);
	}

	@Override
	public SamplingResult shouldSample(Context parentContext, String traceId, String name, SpanKind spanKind,
			Attributes attributes, List<LinkData> parentLinks) {
		return (parentContext.get(QUIET) != null) ? SamplingResult.drop()
				: this.delegate.shouldSample(parentContext, traceId, name, spanKind, attributes, parentLinks);
	}

	/** Of what is configured: who reads it wants to know that. */
	@Override
	public String getDescription() {
		return this.delegate.getDescription();
	}

	@Override
	public String toString() {
		return getDescription();
	}

}
