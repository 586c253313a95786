// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Ends, on Tomcat, exchanges whose error page does not come: a filter outside ours has
 * answered. It belongs into the engine, around the host, which dispatches to error pages.
 * A listener would do as well, but with any listener at all Tomcat makes an event of
 * every request attribute.
 *
 * @since 1.0.0
 */
public final class AbandonedExchangesValve extends ValveBase {

	/**
	 * Create a valve.
	 */
	public AbandonedExchangesValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		try {
			getNext().invoke(request, response);
		}
		finally {
			PendingErrorPage.abandon();
		}
	}

}
