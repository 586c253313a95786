// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongConsumer;

import io.micrometer.core.ipc.http.HttpSender;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMetricsSender;

/**
 * Micrometer's sender of meters over the connections that spans use, so that no HTTP
 * client need be loaded for them.
 *
 * @since 1.0.0
 */
public final class LightMetricsSender implements OtlpMetricsSender {

	private final OtlpMetricsSender delegate = new OtlpHttpMetricsSender(this::post);

	private final Duration connectTimeout;

	private final Duration timeout;

	private final LongConsumer rejected;

	/**
	 * Create a sender.
	 * @param connectTimeout how long a connection may take
	 * @param timeout how long a push may take with its connection
	 * @param rejected told how many data points of a push the receiver rejects, before
	 * that push succeeds
	 */
	public LightMetricsSender(Duration connectTimeout, Duration timeout, LongConsumer rejected) {
		this.connectTimeout = connectTimeout;
		this.timeout = timeout;
		this.rejected = rejected;
	}

	@Override
	public void send(Request request) throws Exception {
		this.delegate.send(request);
	}

	/** The content is compressed already, if it is to be. */
	private HttpSender.Response post(HttpSender.Request request) throws IOException {
		byte[] content = request.getEntity();
		ExportTarget target = new ExportTarget(URI.create(request.getUrl().toString()), request.getRequestHeaders(),
				false, this.timeout, this.connectTimeout, null);
		HttpAnswer answer = new HttpPost(target).send(content, content.length, new Deadline(this.timeout));
		if (answer.isSuccess()) {
			this.rejected.accept(ReceiverStatus.ofSuccess(answer.body()).rejected());
		}
		return new HttpSender.Response(answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
	}

}
