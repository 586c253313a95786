// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Sends a message once. The JDK keeps the connection for the next one, if the answer is
 * read to its end.
 */
final class HttpPost {

	private static final int MAX_BODY = 64 * 1024;

	private final ExportTarget target;

	HttpPost(ExportTarget target) {
		this.target = target;
	}

	/** Send the beginning of an array. */
	HttpAnswer send(byte[] content, int length, Deadline deadline) throws IOException {
		HttpURLConnection connection = open(length, deadline);
		CompletableFuture<@Nullable Void> end = watch(connection, deadline);
		try {
			write(connection, content, length);
			return new HttpAnswer(connection.getResponseCode(), retryAfter(connection), body(connection, deadline));
		}
		catch (IOException ex) {
			connection.disconnect();
			throw deadline.isOver() ? new SocketTimeoutException("Timeout") : ex;
		}
		finally {
			end.complete(null);
		}
	}

	private HttpURLConnection open(int length, Deadline deadline) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) this.target.url().toURL().openConnection();
		SSLSocketFactory sockets = this.target.sockets();
		if (sockets != null && connection instanceof HttpsURLConnection secure) {
			secure.setSSLSocketFactory(sockets);
		}
		connection.setRequestMethod("POST");
		connection.setDoOutput(true);
		connection.setInstanceFollowRedirects(false);
		connection.setFixedLengthStreamingMode(length);
		connection.setConnectTimeout(deadline.millis(this.target.connectTimeout()));
		connection.setReadTimeout(deadline.millis(Duration.ZERO));
		connection.setRequestProperty("Accept", "*/*");
		this.target.headers().forEach(connection::setRequestProperty);
		connection.setRequestProperty("Content-Type", "application/x-protobuf");
		if (this.target.gzip()) {
			connection.setRequestProperty("Content-Encoding", "gzip");
		}
		return connection;
	}

	/** What a time-out for reads does not end: a receiver that does not read. */
	private static CompletableFuture<@Nullable Void> watch(HttpURLConnection connection, Deadline deadline) {
		CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
		end.orTimeout(Math.max(1, deadline.remaining()), TimeUnit.NANOSECONDS).whenComplete((nothing, failure) -> {
			if (failure instanceof TimeoutException) {
				CompletableFuture.runAsync(connection::disconnect);
			}
		});
		return end;
	}

	private static void write(HttpURLConnection connection, byte[] content, int length) throws IOException {
		try (OutputStream body = connection.getOutputStream()) {
			body.write(content, 0, length);
		}
	}

	/** What is wrong with the body says nothing about the export. */
	private static byte[] body(HttpURLConnection connection, Deadline deadline) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		boolean failed = connection.getResponseCode() >= 400;
		try (InputStream content = failed ? connection.getErrorStream() : connection.getInputStream()) {
			if (content != null && !copy(content, body, deadline)) {
				connection.disconnect();
			}
		}
		catch (IOException ex) {
			connection.disconnect();
		}
		return body.toByteArray();
	}

	/** Return whether the end has come before time and patience were over. */
	private static boolean copy(InputStream from, ByteArrayOutputStream to, Deadline deadline) throws IOException {
		byte[] part = new byte[1024];
		int count = from.read(part);
		while (count >= 0 && to.size() < MAX_BODY && !deadline.isOver()) {
			to.write(part, 0, count);
			count = from.read(part);
		}
		return count < 0;
	}

	private static Duration retryAfter(HttpURLConnection connection) {
		String value = connection.getHeaderField("Retry-After");
		if (value == null) {
			return Duration.ZERO;
		}
		try {
			return Duration.ofSeconds(Long.parseLong(value.trim()));
		}
		catch (NumberFormatException ex) {
			long date = connection.getHeaderFieldDate("Retry-After", 0);
			return Duration.ofMillis(Math.max(0, date - System.currentTimeMillis()));
		}
	}

}
