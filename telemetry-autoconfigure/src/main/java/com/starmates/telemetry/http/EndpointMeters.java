// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Meters of one endpoint: how many requests are active, and those of each method.
 */
final class EndpointMeters {

	private final HttpSeries series;

	private final String endpoint;

	private final LongAdder active = new LongAdder();

	private final AtomicReferenceArray<MethodMeters> methods = new AtomicReferenceArray<>(HttpMethod.values().length);

	EndpointMeters(HttpSeries series, String endpoint) {
		this.series = series;
		this.endpoint = endpoint;
		if (!HttpMeters.UNMATCHED.equals(endpoint)) {
			series.active(endpoint, this.active);
		}
	}

	LongAdder active() {
		return this.active;
	}

	void record(ServerExchange exchange) {
		method(exchange.method()).record(exchange);
	}

	private MethodMeters method(HttpMethod method) {
		MethodMeters meters = this.methods.get(method.ordinal());
		if (meters != null) {
			return meters;
		}
		this.methods.compareAndSet(method.ordinal(), null, new MethodMeters(this.series, this.endpoint, method));
		return this.methods.get(method.ordinal());
	}

}
