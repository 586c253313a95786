// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.internal.InstrumentationUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends spans over OTLP and HTTP, as the SDK's exporter does, for a fraction of what that
 * costs: it makes no object per attribute and needs no HTTP client beside the JDK's. An
 * export blocks the caller, which is the one thread of the batch processor.
 *
 * @since 1.0.0
 */
public final class OtlpSpanExporter implements SpanExporter {

	private static final Logger logger = LoggerFactory.getLogger(OtlpSpanExporter.class);

	private static final AttributeKey<String> SDK_VERSION = AttributeKey.stringKey("telemetry.sdk.version");

	private final ExportTarget target;

	private final RetryingPost post;

	/** One thread exports, so there is one; who finds none makes another. */
	private final AtomicReference<@Nullable TraceRequest> spare = new AtomicReference<>();

	private final AtomicBoolean told = new AtomicBoolean();

	private final LongConsumer rejected;

	/**
	 * Create an exporter.
	 * @param target where spans are sent, and how
	 * @param rejected told how many spans of a batch the receiver rejects, before that
	 * batch succeeds
	 */
	public OtlpSpanExporter(ExportTarget target, LongConsumer rejected) {
		this(target, RetryPolicy.getDefault(), rejected);
	}

	OtlpSpanExporter(ExportTarget target, RetryPolicy policy) {
		this(target, policy, (spans) -> {
		});
	}

	private OtlpSpanExporter(ExportTarget target, RetryPolicy policy, LongConsumer rejected) {
		this.target = target;
		this.rejected = rejected;
		this.post = new RetryingPost(target.withUserAgent("OTel-OTLP-Exporter-Java/" + sdkVersion()), policy);
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		if (this.post.isStopped()) {
			return CompletableResultCode.ofFailure();
		}
		CompletableResultCode result = new CompletableResultCode();
		InstrumentationUtil.suppressInstrumentation(() -> export(spans, result));
		return result;
	}

	private void export(Collection<SpanData> spans, CompletableResultCode result) {
		try {
			HttpAnswer answer = send(spans);
			if (answer.isSuccess()) {
				tell(ReceiverStatus.ofSuccess(answer.body()));
				result.succeed();
			}
			else {
				result.failExceptionally(new ExportRejectedException(answer));
			}
		}
		catch (IOException | RuntimeException ex) {
			result.failExceptionally(ex);
		}
	}

	private HttpAnswer send(Collection<SpanData> spans) throws IOException {
		TraceRequest taken = this.spare.getAndSet(null);
		TraceRequest request = (taken != null) ? taken : new TraceRequest();
		try {
			ProtoBuffer message = request.encode(spans);
			return this.target.gzip() ? send(zip(message)) : this.post.send(message.array(), message.length());
		}
		finally {
			this.spare.set(request);
		}
	}

	private HttpAnswer send(byte[] message) throws IOException {
		return this.post.send(message, message.length);
	}

	private static byte[] zip(ProtoBuffer message) throws IOException {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream(message.length() / 4);
		try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
			out.write(message.array(), 0, message.length());
		}
		return zipped.toByteArray();
	}

	/** Most likely the next batch meets the same. */
	private void tell(ReceiverStatus status) {
		this.rejected.accept(status.rejected());
		if (!status.isEmpty() && this.told.compareAndSet(false, true)) {
			logger.warn("The receiver has rejected {} spans of a batch: {}. This is said once", status.rejected(),
					status.message());
		}
	}

	private static String sdkVersion() {
		return String.valueOf(Resource.getDefault().getAttribute(SDK_VERSION));
	}

	@Override
	public CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	/** An export that waits for its next attempt ends at once. */
	@Override
	public CompletableResultCode shutdown() {
		this.post.stop();
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public String toString() {
		return "OtlpSpanExporter{url=" + this.target.url() + ", gzip=" + this.target.gzip() + ", timeout="
				+ this.target.timeout() + "}";
	}

}
