// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits, on the thread of a request that failed, for its error page. Until that comes the
 * context stays current: what the server itself logs of the failure shall carry the id
 * too. Where it never comes, the exchange ends with its request or, on a server that is
 * not known to us, before the next one on its thread.
 *
 * @param exchange the exchange that failed
 * @param scope the scope of its context
 */
record PendingErrorPage(ServletExchange exchange, Scope scope) {

	private static final Logger logger = LoggerFactory.getLogger(PendingErrorPage.class);

	private static final ThreadLocal<@Nullable PendingErrorPage> OF_THREAD = new ThreadLocal<>();

	static void await(ServletExchange exchange, Scope scope) {
		OF_THREAD.set(new PendingErrorPage(exchange, scope));
	}

	/**
	 * Stop waiting: the calling thread turns to an exchange, perhaps the awaited one.
	 * @param next the exchange, {@code null} if it has not yet begun
	 */
	static void turnTo(@Nullable ServletExchange next) {
		PendingErrorPage pending = OF_THREAD.get();
		if (pending != null) {
			OF_THREAD.remove();
			pending.leave(next);
		}
	}

	/** Stop waiting: the request is over, but its response can still be asked. */
	static void abandon() {
		PendingErrorPage pending = OF_THREAD.get();
		if (pending != null) {
			OF_THREAD.remove();
			pending.exchange.askResponse();
			pending.leave(null);
		}
	}

	private void leave(@Nullable ServletExchange next) {
		try (Scope current = this.scope) {
			if (this.exchange != next) {
				this.exchange.endWithoutErrorPage();
			}
		}
		catch (RuntimeException ex) {
			logger.debug("Exchange cannot end", ex);
		}
	}

}
