// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.InetSocketAddress;

import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.util.ClassUtils;

/**
 * What Spring's reactive requests and responses do not tell but Netty's do.
 */
final class NettyRequests {

	private static final boolean PRESENT = ClassUtils.isPresent("reactor.netty.http.server.HttpServerRequest",
			NettyRequests.class.getClassLoader());

	private NettyRequests() {
	}

	/** Return the version of HTTP. */
	static @Nullable String versionOf(ServerHttpRequest request) {
		return PRESENT ? Netty.versionOf(request) : null;
	}

	/** Return who is at the other end of the connection, perhaps a proxy. */
	static @Nullable InetSocketAddress peerOf(ServerHttpRequest request) {
		return PRESENT ? Netty.peerOf(request) : null;
	}

	/** Return whether the connection that a response goes to is closed. */
	static boolean isGone(ServerHttpResponse response) {
		return PRESENT && Netty.isGone(response);
	}

	private static final class Netty {

		static @Nullable String versionOf(ServerHttpRequest request) {
			HttpServerRequest netty = of(request);
			return (netty != null) ? HttpVersions.of(netty.version().text()) : null;
		}

		static @Nullable InetSocketAddress peerOf(ServerHttpRequest request) {
			HttpServerRequest netty = of(request);
			return (netty != null && netty.connectionRemoteAddress() instanceof InetSocketAddress peer) ? peer : null;
		}

		static boolean isGone(ServerHttpResponse response) {
			Object nativeResponse = ServerHttpResponseDecorator.getNativeResponse(response);
			return nativeResponse instanceof Connection connection && !connection.channel().isActive();
		}

		private static @Nullable HttpServerRequest of(ServerHttpRequest request) {
			Object nativeRequest = ServerHttpRequestDecorator.getNativeRequest(request);
			return (nativeRequest instanceof HttpServerRequest netty) ? netty : null;
		}

	}

}
