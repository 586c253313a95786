// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.support.ErrorPageFilter;
import org.springframework.context.ApplicationContext;

/**
 * How failed requests get to their error page. The server dispatches them, unless nobody
 * registers a page, or the application is a war, whose {@link ErrorPageFilter} forwards
 * to it.
 */
final class ErrorPages {

	private final ApplicationContext context;

	private final boolean registered;

	private final boolean forwarded;

	ErrorPages(ApplicationContext context) {
		this.context = context;
		this.registered = has(context, ErrorPageRegistrar.class);
		this.forwarded = has(context, ErrorPageFilter.class);
	}

	/**
	 * Whether the server dispatches failed requests to an error page. Boot registers them
	 * only with a server of its own, which is there when a request is.
	 */
	boolean areDispatched() {
		return this.registered && !this.forwarded && this.context instanceof WebServerApplicationContext server
				&& server.getWebServer() != null;
	}

	/** Whether a filter forwards failed requests to an error page. */
	boolean areForwarded() {
		return this.forwarded;
	}

	private static boolean has(ListableBeanFactory beanFactory, Class<?> type) {
		return beanFactory.getBeanNamesForType(type, true, false).length > 0;
	}

}
