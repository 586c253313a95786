// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends calls to the services, as a caller that knows nothing of traces. It uses the
 * JDK's old client, because the new one writes all names of headers in lower case.
 */
final class Http {

	private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

	private static final int TIMEOUT = (int) Duration.ofSeconds(30).toMillis();

	private final Ports ports;

	Http(Ports ports) {
		this.ports = ports;
	}

	Reply send(Service service, Call call) {
		try {
			return exchange(service, call);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(service.serviceName() + " did not reply to " + call.method() + " "
					+ call.path() + ": " + ex.getMessage(), ex);
		}
	}

	/** Return the meters of a service, with exemplars. */
	String scrape(Service service) {
		return send(service, Call.get("/metrics").with("Accept", OPEN_METRICS)).body();
	}

	boolean isHealthy(Service service) {
		try {
			return exchange(service, Call.get("/health")).status() == HttpURLConnection.HTTP_OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Reply exchange(Service service, Call call) throws IOException {
		URI uri = URI.create(this.ports.url(service) + call.path());
		HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
		connection.setConnectTimeout(TIMEOUT);
		connection.setReadTimeout(TIMEOUT);
		connection.setInstanceFollowRedirects(false);
		connection.setRequestMethod(call.method());
		call.headers().forEach(connection::setRequestProperty);
		if (!call.body().isEmpty()) {
			connection.setDoOutput(true);
			connection.getOutputStream().write(call.body().getBytes(StandardCharsets.UTF_8));
		}
		int status = connection.getResponseCode();
		return new Reply(status, Reply.head(connection), body(connection, status));
	}

	private static String body(HttpURLConnection connection, int status) throws IOException {
		try (InputStream body = (status < 400) ? connection.getInputStream() : connection.getErrorStream()) {
			return (body != null) ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "";
		}
	}

}
