// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ErrorCategory}.
 */
class ErrorCategoryTests {

	@ParameterizedTest
	@MethodSource
	void errorsOfConnectionsAreOfTheNetwork(Throwable exception) {
		assertThat(ErrorCategory.of(exception)).isEqualTo(ErrorCategory.NETWORK);
		assertThat(ErrorCategory.of(new IllegalStateException(exception))).isEqualTo(ErrorCategory.NETWORK);
	}

	static Stream<Throwable> errorsOfConnectionsAreOfTheNetwork() {
		return Stream.of(new SocketException("Connection reset"), new ConnectException(), new NoRouteToHostException(),
				new BindException(), new UnknownHostException("elsewhere"), new SSLHandshakeException("untrusted"),
				new ClosedChannelException(), new IOException("Broken pipe"),
				new IOException("Connection reset by peer"),
				new IOException("An established connection was aborted by the software in your host machine"),
				new IOException("HTTP/1.1 header parser received no bytes", new EOFException()),
				new PrematureChannelClosureException("closed"), AbortedException.beforeSend(),
				PrematureCloseException.TEST_EXCEPTION, new ClientAbortException(new IOException("gone")),
				new CloseNowException(), new EofException("gone"), new AsyncRequestNotUsableException("gone"),
				resourceAccess(new EOFException()), resourceAccess(new IOException("parsing HTTP/1.1 status line")),
				webClientRequest(new IOException("?")), new SQLException("lost", "08006", new EOFException()),
				new UncheckedIOException(new SocketException("Connection reset")));
	}

	@ParameterizedTest
	@MethodSource
	void otherErrorsAreOfTheService(Throwable exception) {
		assertThat(ErrorCategory.of(exception)).isEqualTo(ErrorCategory.SERVER);
		assertThat(ErrorCategory.of(new IllegalStateException(exception))).isEqualTo(ErrorCategory.SERVER);
	}

	static Stream<Throwable> otherErrorsAreOfTheService() {
		return Stream.of(new IOException(), new IOException("No space left on device"), new EOFException(),
				new FileNotFoundException("prices.csv"), new NoSuchFileException("prices.csv"),
				new AccessDeniedException("prices.csv"), new MalformedInputException(1), new MalformedURLException(),
				new UncheckedIOException(new NoSuchFileException("prices.csv")), new SQLException("syntax", "42601"),
				new SQLException("syntax"), webClientRequest(new IllegalArgumentException()),
				new ResourceAccessException("no cause"), new OutOfMemoryError(), new IllegalStateException());
	}

	@ParameterizedTest
	@MethodSource
	void whatTookTooLongIsATimeout(Throwable exception) {
		assertThat(ErrorCategory.of(exception)).isEqualTo(ErrorCategory.TIMEOUT);
		assertThat(ErrorCategory.of(new ExecutionException(exception))).isEqualTo(ErrorCategory.TIMEOUT);
	}

	static Stream<Throwable> whatTookTooLongIsATimeout() {
		return Stream.of(new TimeoutException(), new SocketTimeoutException(), new HttpTimeoutException("late"),
				new HttpConnectTimeoutException("late"), new ConnectTimeoutException(), ReadTimeoutException.INSTANCE,
				new AsyncRequestTimeoutException(), resourceAccess(new SocketTimeoutException()),
				webClientRequest(new ConnectTimeoutException()));
	}

	@Test
	void aRingOfCausesHasAnEnd() {
		Exception first = new IllegalStateException();
		first.initCause(new IllegalStateException(first));
		assertThat(ErrorCategory.of(first)).isEqualTo(ErrorCategory.SERVER);
	}

	private static Throwable resourceAccess(IOException cause) {
		return new ResourceAccessException("elsewhere", cause);
	}

	private static Throwable webClientRequest(Exception cause) {
		return new WebClientRequestException(cause, HttpMethod.GET, URI.create("http://elsewhere"), HttpHeaders.EMPTY);
	}

}
