// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.accept.ApiVersionHolder;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells an exchange which route of Spring WebFlux took its request.
 */
final class WebFluxRoutes {

	private final RouteTemplates templates = new RouteTemplates();

	/** Before the handler runs. Resources are a handler for everything: wait and see. */
	void beforeHandler(ServerWebExchange webExchange, Object handler, ServerExchange exchange) {
		if (!(handler instanceof ResourceWebHandler)) {
			route(webExchange, exchange);
		}
	}

	/** At the end, for resources and for what was answered before its handler. */
	void atEnd(ServerWebExchange webExchange, ServerExchange exchange, int status) {
		boolean resource = webExchange
			.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof ResourceWebHandler;
		if (exchange.route() == null && (status < 400 || !resource)) {
			route(webExchange, exchange);
		}
	}

	private void route(ServerWebExchange webExchange, ServerExchange exchange) {
		Object pattern = webExchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		if (pattern != null) {
			this.templates.route(exchange, webExchange.getRequest().getPath().contextPath().value(), pattern.toString(),
					declaredVersion(webExchange.getAttributes()));
		}
	}

	private static @Nullable Object declaredVersion(Map<String, Object> attributes) {
		ApiVersionHolder version = (ApiVersionHolder) attributes.get(HandlerMapping.API_VERSION_ATTRIBUTE);
		return (version != null) ? version.getVersionIfPresent() : null;
	}

}
