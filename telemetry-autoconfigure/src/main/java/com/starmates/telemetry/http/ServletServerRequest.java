// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Collections;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * {@link ServerRequest} of a servlet container.
 *
 * @param request the container's request
 */
record ServletServerRequest(HttpServletRequest request) implements ServerRequest {

	/** Tomcat has replaced the address of the peer by the one that a proxy has told. */
	private static final String FORWARDED = "org.apache.tomcat.request.forwarded";

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
	public @Nullable String query() {
		return this.request.getQueryString();
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
	public @Nullable HostAndPort server() {
		return HostAndPort.of(this.request.getServerName(), this.request.getServerPort());
	}

	@Override
	public @Nullable String clientAddress() {
		return this.request.getRemoteAddr();
	}

	@Override
	public @Nullable HostAndPort peer() {
		if (isForwarded()) {
			return null;
		}
		ServletRequest own = innermost();
		return HostAndPort.of(own.getRemoteAddr(), own.getRemotePort());
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

	private boolean isForwarded() {
		return this.request.getAttribute(FORWARDED) != null;
	}

	/** Filters put what a proxy has told around the server's own request. */
	private ServletRequest innermost() {
		ServletRequest candidate = this.request;
		while (candidate instanceof ServletRequestWrapper wrapper) {
			candidate = wrapper.getRequest();
		}
		return candidate;
	}

}
