// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.HashSet;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Knows the requests that the default handler of a {@link AbstractUrlHandlerMapping} has
 * taken. Such a mapping calls the path of the request its pattern; if that became the
 * route, callers would choose it.
 */
final class DefaultHandlers {

	/** What a default handler is for. */
	static final String TEMPLATE = "/**";

	private volatile @Nullable Urls urls;

	boolean isDefault(HttpServletRequest request, String pattern) {
		Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
		if (handler instanceof HandlerMethod || handler instanceof HandlerFunction<?> || isTemplate(pattern)) {
			return false;
		}
		ApplicationContext context = RequestContextUtils.findWebApplicationContext(request);
		return context != null && !urls(context).mapped().contains(pattern);
	}

	private static boolean isTemplate(String pattern) {
		return pattern.equals("/") || pattern.indexOf('{') >= 0 || pattern.indexOf('*') >= 0;
	}

	private Urls urls(ApplicationContext context) {
		Urls known = this.urls;
		if (known == null || known.context() != context) {
			known = Urls.of(context);
			this.urls = known;
		}
		return known;
	}

	/**
	 * What handlers are mapped to in a dispatcher's context.
	 *
	 * @param context the context
	 * @param mapped paths and patterns
	 */
	private record Urls(ApplicationContext context, Set<String> mapped) {

		static Urls of(ApplicationContext context) {
			Set<String> mapped = new HashSet<>();
			BeanFactoryUtils.beansOfTypeIncludingAncestors(context, AbstractUrlHandlerMapping.class, true, false)
				.values()
				.forEach((mapping) -> mapped.addAll(mapping.getHandlerMap().keySet()));
			return new Urls(context, mapped);
		}

	}

}
