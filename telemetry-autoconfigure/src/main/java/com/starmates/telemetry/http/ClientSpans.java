// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * What client spans tell of calls, by OpenTelemetry's stable conventions.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/">Semantic
 * conventions for HTTP spans</a>
 */
final class ClientSpans {

	private static final int FIRST_ERROR = 400;

	private static final String REDACTED = "REDACTED:REDACTED@";

	/** Scheme and authority, the path, and what is behind it. */
	private static final Pattern TEMPLATE = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*)?([^?#]*).*",
			Pattern.DOTALL);

	private final Masker masker;

	ClientSpans(Masker masker) {
		this.masker = masker;
	}

	/** Write what is known of a call that has ended. */
	void describe(Span span, ClientCall call, @Nullable Throwable error) {
		HttpMethod method = HttpMethod.of(call.method());
		String template = template(call.template());
		span.updateName((template != null) ? method.spanName() + ' ' + template : method.spanName());
		span.setAttribute(ServerSpanAttributes.REQUEST_METHOD, method.label());
		if (method == HttpMethod.OTHER) {
			span.setAttribute(ServerSpanAttributes.REQUEST_METHOD_ORIGINAL, call.method());
		}
		if (template != null) {
			span.setAttribute(ClientSpanAttributes.URL_TEMPLATE, template);
		}
		describe(span, call.uri());
		if (call.status() > 0) {
			span.setAttribute(ServerSpanAttributes.RESPONSE_STATUS_CODE, (long) call.status());
		}
		describeError(span, call.status(), error);
	}

	private void describe(Span span, URI uri) {
		span.setAttribute(ClientSpanAttributes.URL_FULL, full(uri));
		if (uri.getHost() != null) {
			span.setAttribute(ServerSpanAttributes.SERVER_ADDRESS, uri.getHost());
			long port = port(uri);
			if (port > 0) {
				span.setAttribute(ServerSpanAttributes.SERVER_PORT, port);
			}
		}
	}

	private static void describeError(Span span, int status, @Nullable Throwable error) {
		if (status >= FIRST_ERROR) {
			span.setAttribute(ServerSpanAttributes.ERROR_TYPE, Integer.toString(status));
			span.setStatus(StatusCode.ERROR);
		}
		else if (error != null) {
			span.setAttribute(ServerSpanAttributes.ERROR_TYPE, error.getClass().getName());
		}
	}

	/**
	 * Return the path of a template: the rest is known, and differs between environments.
	 */
	private static @Nullable String template(@Nullable String template) {
		Matcher matcher = TEMPLATE.matcher((template != null) ? template : "");
		String path = matcher.matches() ? matcher.group(1) : "";
		return path.isEmpty() ? null : path;
	}

	/** Return the address without credentials and the fragment, which is never sent. */
	private String full(URI uri) {
		StringBuilder full = new StringBuilder();
		if (uri.getScheme() != null) {
			full.append(uri.getScheme()).append(':');
		}
		String authority = uri.getRawAuthority();
		if (authority != null) {
			int at = authority.lastIndexOf('@');
			full.append("//").append((at < 0) ? authority : REDACTED + authority.substring(at + 1));
		}
		full.append(this.masker.mask((uri.getRawPath() != null) ? uri.getRawPath() : ""));
		if (uri.getRawQuery() != null) {
			full.append('?').append(UrlQuery.redacted(uri.getRawQuery(), this.masker));
		}
		return full.toString();
	}

	private static long port(URI uri) {
		if (uri.getPort() > 0) {
			return uri.getPort();
		}
		if ("https".equalsIgnoreCase(uri.getScheme())) {
			return 443;
		}
		return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 0;
	}

}
