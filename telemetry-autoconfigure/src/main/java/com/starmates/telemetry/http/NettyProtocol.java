// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.ClassUtils;

/**
 * The version of HTTP, which Spring's reactive requests do not tell but Netty's do.
 */
final class NettyProtocol {

	private static final boolean PRESENT = ClassUtils.isPresent("reactor.netty.http.server.HttpServerRequest",
			NettyProtocol.class.getClassLoader());

	private NettyProtocol() {
	}

	static @Nullable String versionOf(ServerHttpRequest request) {
		return PRESENT ? Netty.versionOf(request) : null;
	}

	private static final class Netty {

		static @Nullable String versionOf(ServerHttpRequest request) {
			Object nativeRequest = ServerHttpRequestDecorator.getNativeRequest(request);
			return (nativeRequest instanceof HttpServerRequest netty) ? HttpVersions.of(netty.version().text()) : null;
		}

	}

}
