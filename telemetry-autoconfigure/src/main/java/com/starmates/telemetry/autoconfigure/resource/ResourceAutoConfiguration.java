// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.resource;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.TelemetryProperties;
import com.starmates.telemetry.resource.ServiceIdentity;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what the service is called.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnTelemetry
@EnableConfigurationProperties(TelemetryProperties.class)
public final class ResourceAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ServiceIdentity telemetryServiceIdentity(Environment environment) {
		return ServiceIdentity.resolve(environment::getProperty);
	}

}
