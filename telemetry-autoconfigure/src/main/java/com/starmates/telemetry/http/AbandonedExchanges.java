// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Ends exchanges whose error page does not come: the server has none for them, or a
 * filter outside ours has answered. Jetty tells of the end of a request before it goes to
 * the error page; there, such an exchange ends before the next one on its thread.
 *
 * @since 1.0.0
 */
public final class AbandonedExchanges implements ServletRequestListener {

	@Override
	public void requestDestroyed(ServletRequestEvent event) {
		if (event.getServletRequest() instanceof HttpServletRequest request && isAtTheEnd(event.getServletContext())) {
			ServletExchange exchange = ServletExchange.of(request);
			if (exchange != null) {
				exchange.requestDestroyed();
			}
			PendingErrorPage.turnTo(null);
		}
	}

	private static boolean isAtTheEnd(ServletContext context) {
		return !context.getServerInfo().startsWith("jetty/");
	}

}
