// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.support.ErrorPageFilter;

/**
 * How failed requests get to their error page. The server dispatches them, unless nobody
 * registers a page, or the application is a war, whose {@link ErrorPageFilter} forwards
 * to it.
 */
final class ErrorPages {

	private final boolean registered;

	private final boolean forwarded;

	ErrorPages(ListableBeanFactory beanFactory) {
		this.registered = has(beanFactory, ErrorPageRegistrar.class);
		this.forwarded = has(beanFactory, ErrorPageFilter.class);
	}

	/** Whether the server dispatches failed requests to an error page. */
	boolean areDispatched() {
		return this.registered && !this.forwarded;
	}

	/** Whether a filter forwards failed requests to an error page. */
	boolean areForwarded() {
		return this.forwarded;
	}

	private static boolean has(ListableBeanFactory beanFactory, Class<?> type) {
		return beanFactory.getBeanNamesForType(type, true, false).length > 0;
	}

}
