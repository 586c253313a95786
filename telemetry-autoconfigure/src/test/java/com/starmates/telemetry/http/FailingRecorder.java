// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.opentelemetry.context.Context;

import org.springframework.core.Ordered;

/**
 * A recorder that has been built against another version of what it calls. It stands
 * first, and must harm nobody.
 */
class FailingRecorder implements ExchangeRecorder, Ordered {

	@Override
	public Context prepare(Context context) {
		throw new AssertionError("prepare");
	}

	@Override
	public void started(ServerExchange exchange) {
		throw new NoSuchMethodError("started");
	}

	@Override
	public void routed(ServerExchange exchange) {
		throw new NoSuchMethodError("routed");
	}

	@Override
	public void ended(ServerExchange exchange) {
		throw new NoSuchMethodError("ended");
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
