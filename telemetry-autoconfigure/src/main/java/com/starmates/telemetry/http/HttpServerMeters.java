// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Records the meters of HTTP exchanges. Each meter is built when its labels are first
 * seen, and held.
 *
 * @since 1.0.0
 */
public final class HttpServerMeters implements ExchangeRecorder {

	private final MeterRegistry registry;

	private final String serviceName;

	private final Map<String, EndpointMeters> endpoints = new ConcurrentHashMap<>();

	private final EndpointMeters unresolved;

	/**
	 * Create the meters of one service.
	 * @param registry where the meters are registered
	 * @param serviceName value of the label {@code service_name}
	 */
	public HttpServerMeters(MeterRegistry registry, String serviceName) {
		this.registry = registry;
		this.serviceName = serviceName;
		this.unresolved = endpoint(HttpMeters.UNRESOLVED);
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
		String endpoint = (route != null) ? route : HttpMeters.UNMATCHED;
		EndpointMeters meters = this.endpoints.get(endpoint);
		return (meters != null) ? meters : this.endpoints.computeIfAbsent(endpoint,
				(label) -> new EndpointMeters(this.registry, this.serviceName, label));
	}

}
