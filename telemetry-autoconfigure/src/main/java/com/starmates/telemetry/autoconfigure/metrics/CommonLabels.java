// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.metrics;

import com.starmates.telemetry.resource.ServiceIdentity;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.core.Ordered;

/**
 * Puts the labels {@code environment}, {@code project} and {@code service} on every
 * meter: one backend may hold the meters of all environments.
 */
class CommonLabels implements MeterRegistryCustomizer<MeterRegistry>, Ordered {

	private final ServiceIdentity identity;

	CommonLabels(ServiceIdentity identity) {
		this.identity = identity;
	}

	@Override
	public void customize(MeterRegistry registry) {
		registry.config()
			.commonTags("environment", this.identity.environment(), "project", this.identity.project(), "service",
					this.identity.service());
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
