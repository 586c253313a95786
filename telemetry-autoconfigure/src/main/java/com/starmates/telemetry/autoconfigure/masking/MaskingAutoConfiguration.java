// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.masking;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.masking.Masker;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what is never written down.
 * Where masking is switched off, its bean masks nothing.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnTelemetry
@EnableConfigurationProperties(MaskingProperties.class)
public final class MaskingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Masker telemetryMasker(MaskingProperties properties) {
		return properties.masker();
	}

}
