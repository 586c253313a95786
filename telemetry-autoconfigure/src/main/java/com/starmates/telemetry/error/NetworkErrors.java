// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.error;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * Tells errors of the network from those that files and parsers have as well: both are
 * I/O errors. Libraries are known by the names of their exceptions, for they may be
 * absent.
 */
final class NetworkErrors {

	private static final Set<String> TYPES = Set.of("io.netty.channel.unix.Errors$NativeIoException",
			"io.netty.handler.codec.PrematureChannelClosureException", "java.net.http.WebSocketHandshakeException",
			"okhttp3.internal.http2.ConnectionShutdownException", "okhttp3.internal.http2.StreamResetException",
			"org.apache.catalina.connector.ClientAbortException", "org.apache.coyote.CloseNowException",
			"org.apache.hc.core5.http.ConnectionClosedException", "org.apache.hc.core5.http.NoHttpResponseException",
			"org.eclipse.jetty.io.EofException",
			"org.springframework.web.context.request.async.AsyncRequestNotUsableException",
			"reactor.netty.channel.AbortedException", "reactor.netty.http.client.PrematureCloseException");

	/** Of clients: whatever I/O error they had, they had it with another service. */
	private static final Set<String> CLIENTS = Set.of("org.springframework.web.client.ResourceAccessException",
			"org.springframework.web.reactive.function.client.WebClientRequestException");

	/** What the JDK says of a connection in an I/O error of no type of its own. */
	private static final List<String> PHRASES = List.of("broken pipe", "connection reset", "connection closed",
			"connection was aborted", "received no bytes", "goaway received");

	/** The class of connection errors in the SQL standard. */
	private static final String SQL_CONNECTION = "08";

	private NetworkErrors() {
	}

	/** Return whether an exception says so, whatever its causes are. */
	static boolean contains(Throwable exception) {
		return exception instanceof SocketException || exception instanceof UnknownHostException
				|| exception instanceof SSLException || exception instanceof ClosedChannelException
				|| isOneOf(TYPES, exception) || isOfClient(exception) || isOfDatabase(exception) || saysSo(exception);
	}

	private static boolean isOfClient(Throwable exception) {
		return exception.getCause() instanceof IOException && isOneOf(CLIENTS, exception);
	}

	private static boolean isOfDatabase(Throwable exception) {
		return exception instanceof SQLException failure && failure.getSQLState() != null
				&& failure.getSQLState().startsWith(SQL_CONNECTION);
	}

	private static boolean saysSo(Throwable exception) {
		String message = (exception.getClass() == IOException.class) ? exception.getMessage() : null;
		return message != null && PHRASES.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains);
	}

	private static boolean isOneOf(Set<String> types, Throwable exception) {
		for (@Nullable
		Class<?> type = exception.getClass(); type != null; type = type.getSuperclass()) {
			if (types.contains(type.getName())) {
				return true;
			}
		}
		return false;
	}

}
