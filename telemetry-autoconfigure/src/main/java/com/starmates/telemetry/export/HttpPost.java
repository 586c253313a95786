// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends a message once. The JDK keeps the connection for the next one, if the answer is
 * read to its end.
 */
final class HttpPost {

	private static final int MAX_BODY = 64 * 1024;

	private static final int MAX_REDIRECTS = 3;

	private final ExportTarget target;

	/** Whether a connection may be one that was kept: at first, another's. */
	private final AtomicBoolean kept = new AtomicBoolean(true);

	HttpPost(ExportTarget target) {
		this.target = target;
	}

	/** Send the beginning of an array, on to where the receiver says. */
	HttpAnswer send(byte[] content, int length, Deadline deadline) throws IOException {
		URI url = this.target.url();
		HttpAnswer answer = sendTo(url, content, length, deadline);
		for (int i = 0; i < MAX_REDIRECTS; i++) {
			URI next = answer.redirect(url);
			if (next == null) {
				return answer;
			}
			url = next;
			answer = sendTo(url, content, length, deadline);
		}
		return answer;
	}

	/** A receiver may close a connection as we use it again: that is no failure yet. */
	private HttpAnswer sendTo(URI url, byte[] content, int length, Deadline deadline) throws IOException {
		try {
			return sendOnce(url, content, length, deadline);
		}
		catch (SocketException | SSLException ex) {
			if (ex instanceof ConnectException || !this.kept.getAndSet(false)) {
				throw ex;
			}
			return sendOnce(url, content, length, deadline);
		}
	}

	private HttpAnswer sendOnce(URI url, byte[] content, int length, Deadline deadline) throws IOException {
		HttpURLConnection connection = open(url, length, deadline);
		Future<?> watch = Watchdog.watch(deadline, connection::disconnect);
		try {
			write(connection, content, length, deadline);
			HttpAnswer answer = answer(connection, deadline);
			this.kept.set(true);
			return answer;
		}
		catch (IOException ex) {
			connection.disconnect();
			deadline.check();
			throw ex;
		}
		finally {
			watch.cancel(false);
		}
	}

	private HttpURLConnection open(URI url, int length, Deadline deadline) throws IOException {
		HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
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

	/**
	 * A connection that was ended while it was written to says nothing, and would connect
	 * anew for the answer.
	 */
	private static void write(HttpURLConnection connection, byte[] content, int length, Deadline deadline)
			throws IOException {
		try (OutputStream body = connection.getOutputStream()) {
			deadline.check();
			body.write(content, 0, length);
		}
		deadline.check();
		connection.setConnectTimeout(deadline.millis(Duration.ZERO));
		connection.setReadTimeout(deadline.millis(Duration.ZERO));
	}

	/** A head that was cut off may still have a status. */
	private static HttpAnswer answer(HttpURLConnection connection, Deadline deadline) throws IOException {
		int status = connection.getResponseCode();
		deadline.check();
		if (status < 0) {
			throw new IOException("The receiver does not speak HTTP");
		}
		return new HttpAnswer(status, retryAfter(connection), connection.getHeaderField("Location"),
				body(connection, status >= 400, deadline));
	}

	/** What is wrong with the body says nothing about the export. */
	private static byte[] body(HttpURLConnection connection, boolean failed, Deadline deadline) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
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
