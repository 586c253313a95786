// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.accept.ApiVersionHolder;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Tells an exchange which route of Spring MVC took its request.
 */
final class MvcRoutes {

	private final RouteTemplates templates = new RouteTemplates();

	private final DefaultHandlers defaultHandlers = new DefaultHandlers();

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
			String template = this.defaultHandlers.isDefault(request, pattern.toString()) ? DefaultHandlers.TEMPLATE
					: pattern.toString();
			this.templates.route(exchange, request.getContextPath(), template, declaredVersion(request));
		}
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
