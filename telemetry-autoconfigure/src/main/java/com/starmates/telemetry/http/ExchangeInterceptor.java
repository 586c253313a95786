// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells an exchange what only Spring MVC knows: the route, before the handler runs, and
 * the exception that the application turns into a response. Resolves none itself.
 *
 * @since 1.0.0
 */
public final class ExchangeInterceptor implements HandlerInterceptor, HandlerExceptionResolver, Ordered {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		ServletExchange exchange = ServletExchange.of(request);
		if (exchange != null) {
			exchange.routed(request, response);
		}
		return true;
	}

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception exception) {
		ServletExchange exchange = ServletExchange.of(request);
		if (exchange != null) {
			exchange.handled(exception);
		}
		return null;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
