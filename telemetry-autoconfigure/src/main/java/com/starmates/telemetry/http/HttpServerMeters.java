// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.starmates.telemetry.cardinality.GuardedMeters;
import org.jspecify.annotations.Nullable;

/**
 * Records the meters of HTTP exchanges. Each meter is built when its labels are first
 * seen, and held.
 *
 * @since 1.0.0
 */
public final class HttpServerMeters implements ExchangeRecorder {

	private final HttpSeries series;

	private final Map<String, EndpointMeters> endpoints = new ConcurrentHashMap<>();

	private final EndpointMeters unresolved;

	/**
	 * Create the meters of one service.
	 * @param meters makes the meters
	 * @param serviceName value of the label {@code service_name}
	 */
	public HttpServerMeters(GuardedMeters meters, String serviceName) {
		this.series = new HttpSeries(meters, serviceName);
		this.unresolved = new EndpointMeters(this.series, HttpMeters.UNRESOLVED);
	}

	@Override
	public void started(ServerExchange exchange) {
		exchange.countIn(this.unresolved.active());
	}

	@Override
	public void routed(ServerExchange exchange) {
		exchange.countIn(endpoint(exchange.route()).active());
	}

	@Override
	public void ended(ServerExchange exchange) {
		exchange.countIn(null);
		endpoint(exchange.route()).record(exchange);
	}

	private EndpointMeters endpoint(@Nullable String route) {
		EndpointMeters meters = this.endpoints.get((route != null) ? route : HttpMeters.UNMATCHED);
		return (meters != null) ? meters : this.endpoints.computeIfAbsent(this.series.endpoint(route),
				(endpoint) -> new EndpointMeters(this.series, endpoint));
	}

}
