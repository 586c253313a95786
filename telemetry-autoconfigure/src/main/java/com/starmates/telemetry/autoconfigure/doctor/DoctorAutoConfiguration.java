// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import io.opentelemetry.sdk.common.CompletableResultCode;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the doctor, who says what is
 * wrong with the telemetry of a service.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnClass(CompletableResultCode.class)
@ConditionalOnTelemetry("doctor")
@Import(DoctorEndpointConfiguration.class)
public final class DoctorAutoConfiguration {

	@Bean
	FactCollector telemetryFactCollector(ConfigurableApplicationContext context) {
		return new FactCollector(context);
	}

	@Bean
	DoctorAnnouncement telemetryDoctorAnnouncement(ConfigurableApplicationContext context,
			FactCollector telemetryFactCollector) {
		return new DoctorAnnouncement(context, telemetryFactCollector);
	}

}
