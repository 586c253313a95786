// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Collections;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * {@link ServerRequest} of a servlet container.
 *
 * @param request the container's request
 */
record ServletServerRequest(HttpServletRequest request) implements ServerRequest {

	@Override
	public String method() {
		return this.request.getMethod();
	}

	@Override
	public String scheme() {
		return this.request.getScheme();
	}

	/**
	 * What fails before it reaches our filter is first seen on its way to an error page.
	 */
	@Override
	public String path() {
		Object failed = (this.request.getDispatcherType() == DispatcherType.ERROR)
				? this.request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) : null;
		return (failed != null) ? failed.toString() : this.request.getRequestURI();
	}

	@Override
	public String contextPath() {
		return this.request.getContextPath();
	}

	@Override
	public @Nullable String protocolVersion() {
		return HttpVersions.of(this.request.getProtocol());
	}

	@Override
	public String serverAddress() {
		return this.request.getServerName();
	}

	@Override
	public int serverPort() {
		return this.request.getServerPort();
	}

	@Override
	public @Nullable String clientAddress() {
		return this.request.getRemoteAddr();
	}

	@Override
	public long contentLength() {
		return this.request.getContentLengthLong();
	}

	@Override
	public @Nullable String header(String name) {
		return this.request.getHeader(name);
	}

	@Override
	public Iterable<String> headers(String name) {
		return () -> this.request.getHeaders(name).asIterator();
	}

	@Override
	public Iterable<String> headerNames() {
		return Collections.list(this.request.getHeaderNames());
	}

}
