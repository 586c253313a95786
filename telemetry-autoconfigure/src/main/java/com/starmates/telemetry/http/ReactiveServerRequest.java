// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * {@link ServerRequest} of a reactive server.
 *
 * @param request the server's request
 */
record ReactiveServerRequest(ServerHttpRequest request) implements ServerRequest {

	private static final int HTTP_PORT = 80;

	private static final int HTTPS_PORT = 443;

	@Override
	public String method() {
		return this.request.getMethod().name();
	}

	@Override
	public String scheme() {
		String scheme = this.request.getURI().getScheme();
		return (scheme != null) ? scheme : "http";
	}

	@Override
	public String path() {
		return this.request.getPath().value();
	}

	@Override
	public @Nullable String query() {
		return this.request.getURI().getRawQuery();
	}

	/** Not yet known: the application is mapped to its base path further inside. */
	@Override
	public String contextPath() {
		return "";
	}

	@Override
	public @Nullable String protocolVersion() {
		return NettyRequests.versionOf(this.request);
	}

	@Override
	public @Nullable HostAndPort server() {
		if (header(HttpHeaders.HOST) == null) {
			return hostAndPort(this.request.getLocalAddress());
		}
		URI uri = this.request.getURI();
		return HostAndPort.ofAuthority(uri.getRawAuthority(), "https".equals(scheme()) ? HTTPS_PORT : HTTP_PORT);
	}

	@Override
	public @Nullable String clientAddress() {
		return textOf(this.request.getRemoteAddress());
	}

	@Override
	public @Nullable HostAndPort peer() {
		return hostAndPort(NettyRequests.peerOf(this.request));
	}

	@Override
	public long contentLength() {
		return this.request.getHeaders().getContentLength();
	}

	@Override
	public @Nullable String header(String name) {
		return this.request.getHeaders().getFirst(name);
	}

	@Override
	public Iterable<String> headers(String name) {
		return this.request.getHeaders().getOrEmpty(name);
	}

	@Override
	public Iterable<String> headerNames() {
		return Collections.unmodifiableSet(this.request.getHeaders().headerNames());
	}

	private static @Nullable HostAndPort hostAndPort(@Nullable InetSocketAddress address) {
		return (address != null) ? HostAndPort.of(textOf(address), address.getPort()) : null;
	}

	private static @Nullable String textOf(@Nullable InetSocketAddress address) {
		if (address == null) {
			return null;
		}
		return address.isUnresolved() ? address.getHostString() : address.getAddress().getHostAddress();
	}

}
