// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.support.ErrorPageFilter;

/**
 * Tells whether the server dispatches failed requests to an error page. It does not where
 * nobody registers one, and where the application is a war whose {@link ErrorPageFilter}
 * forwards to it.
 */
final class ErrorPages {

	private ErrorPages() {
	}

	static boolean areDispatched(ListableBeanFactory beanFactory) {
		return has(beanFactory, ErrorPageRegistrar.class) && !has(beanFactory, ErrorPageFilter.class);
	}

	private static boolean has(ListableBeanFactory beanFactory, Class<?> type) {
		return beanFactory.getBeanNamesForType(type, true, false).length > 0;
	}

}
