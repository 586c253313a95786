// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the doctor speaks when asked.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
class DoctorEndpointConfiguration {

	@Bean
	@ConditionalOnAvailableEndpoint
	TelemetryEndpoint telemetryEndpoint(FactCollector telemetryFactCollector) {
		return new TelemetryEndpoint(telemetryFactCollector);
	}

}
