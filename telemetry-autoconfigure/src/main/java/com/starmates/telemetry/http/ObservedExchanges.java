// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import reactor.util.context.ContextView;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Begins exchanges where Spring observes requests itself: with its span, which Reactor's
 * context carries.
 */
final class ObservedExchanges {

	private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder().build();

	private ObservedExchanges() {
	}

	static void begin(ReactiveExchange exchange, ServerExchanges exchanges, ServerHttpRequest request,
			ContextView context) {
		if (exchange.exchange() == null) {
			try (ContextSnapshot.Scope scope = SNAPSHOTS.captureFrom(context).setThreadLocals()) {
				exchange.begin(exchanges, request);
			}
		}
	}

}
