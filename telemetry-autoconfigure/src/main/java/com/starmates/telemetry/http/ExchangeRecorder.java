// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.context.Context;

/**
 * Records what HTTP exchanges show, for instance as meters or log lines. Every method but
 * {@link #prepare} is called with the exchange's context current, on the thread that
 * serves it; all must be quick and must not throw.
 *
 * @since 1.0.0
 */
public interface ExchangeRecorder {

	/**
	 * Return which headers of requests to keep for {@link RequestFacts#headers()}. Asked
	 * once.
	 * @return names of headers, in any case
	 */
	default Collection<String> headers() {
		return List.of();
	}

	/**
	 * Called first, with the context that an exchange is to have. What is added goes
	 * wherever the request's work goes.
	 * @param context the context, with the server span
	 * @return the same context, or one made of it
	 */
	default Context prepare(Context context) {
		return context;
	}

	/**
	 * Called when a request has arrived. Its route is not yet known.
	 * @param exchange the exchange
	 */
	default void started(ServerExchange exchange) {
	}

	/**
	 * Called when a handler has been found and {@link ServerExchange#route()} is known.
	 * Not called for requests that no handler takes.
	 * @param exchange the exchange
	 */
	default void routed(ServerExchange exchange) {
	}

	/**
	 * Called once, when the response is complete.
	 * @param exchange the exchange
	 */
	void ended(ServerExchange exchange);

}
