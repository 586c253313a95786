// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Meters of one endpoint: how many requests are active, and those of each method.
 */
final class EndpointMeters {

	private final MeterRegistry registry;

	private final Tags tags;

	private final LongAdder active = new LongAdder();

	private final AtomicReferenceArray<MethodMeters> methods = new AtomicReferenceArray<>(HttpMethod.values().length);

	EndpointMeters(MeterRegistry registry, String serviceName, String endpoint) {
		this.registry = registry;
		this.tags = Tags.of(HttpMeters.KeyNames.SERVICE_NAME.asString(), serviceName,
				HttpMeters.KeyNames.ENDPOINT.asString(), endpoint);
		if (!HttpMeters.UNMATCHED.equals(endpoint)) {
			Gauge.builder(HttpMeters.ACTIVE_REQUESTS.getName(), this.active, LongAdder::doubleValue)
				.description("Requests being served now")
				.tags(this.tags)
				.strongReference(true)
				.register(registry);
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
		this.methods.compareAndSet(method.ordinal(), null,
				new MethodMeters(this.registry, this.tags.and(HttpMeters.KeyNames.METHOD.asString(), method.label())));
		return this.methods.get(method.ordinal());
	}

}
