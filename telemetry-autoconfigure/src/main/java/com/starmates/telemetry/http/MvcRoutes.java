// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.accept.ApiVersionHolder;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Tells an exchange which route of Spring MVC took its request.
 */
final class MvcRoutes {

	private final ApiVersions apiVersions = new ApiVersions();

	/** Templates below the context path, each put together once. */
	private final Map<String, String> routes = new ConcurrentHashMap<>();

	/** Before the handler runs. Resources are a handler for everything: wait and see. */
	void beforeHandler(HttpServletRequest request, ServerExchange exchange) {
		if (!isResource(request)) {
			route(request, exchange);
		}
	}

	/** After a pass, for resources and for what an earlier interceptor answered. */
	void afterPass(HttpServletRequest request, ServerExchange exchange, int status) {
		if (exchange.route() == null && (status < 400 || !isResource(request))) {
			route(request, exchange);
		}
	}

	private void route(HttpServletRequest request, ServerExchange exchange) {
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (pattern != null) {
			String route = belowContextPath(request.getContextPath(), pattern.toString());
			exchange.routed(route, this.apiVersions.of(declaredVersion(request), route));
		}
	}

	private String belowContextPath(String contextPath, String pattern) {
		if (contextPath.isEmpty()) {
			return pattern;
		}
		String route = this.routes.get(pattern);
		return (route != null) ? route : this.routes.computeIfAbsent(pattern, (template) -> contextPath + template);
	}

	private static @Nullable Object declaredVersion(HttpServletRequest request) {
		ApiVersionHolder version = (ApiVersionHolder) request.getAttribute(HandlerMapping.API_VERSION_ATTRIBUTE);
		return (version != null) ? version.getVersionIfPresent() : null;
	}

	private static boolean isResource(HttpServletRequest request) {
		return request
			.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof ResourceHttpRequestHandler;
	}

}
