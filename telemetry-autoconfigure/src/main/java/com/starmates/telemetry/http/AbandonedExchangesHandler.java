// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends, on Jetty, exchanges whose error page does not come: a filter outside ours has
 * answered. It belongs around the handler of servlets, which dispatches to error pages.
 *
 * @since 1.0.0
 */
public final class AbandonedExchangesHandler extends Handler.Wrapper {

	/**
	 * Create a handler.
	 * @param handler what it stands around
	 */
	public AbandonedExchangesHandler(Handler handler) {
		super(handler);
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		try {
			return super.handle(request, response, callback);
		}
		finally {
			PendingErrorPage.abandon();
		}
	}

}
