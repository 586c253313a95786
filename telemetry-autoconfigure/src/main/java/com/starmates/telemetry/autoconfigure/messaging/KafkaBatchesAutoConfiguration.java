// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.tracking.ConditionalOnJavaAgent;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.messaging.ObservedBatches;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.BatchInterceptor;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for batch listeners of Kafka, which
 * Spring does not observe. Boot gives the interceptor to its listener containers; an
 * application that has one of its own keeps that.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = MaskingAutoConfiguration.class)
@ConditionalOnClass({ OpenTelemetry.class, BatchInterceptor.class })
@ConditionalOnTelemetry("messaging")
@ConditionalOnJavaAgent(attached = false)
@ConditionalOnBooleanProperty("spring.kafka.listener.observation-enabled")
public final class KafkaBatchesAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(BatchInterceptor.class)
	ObservedBatches telemetryObservedBatches(ObjectProvider<OpenTelemetry> openTelemetrySdk,
			ObjectProvider<Masker> telemetryMasker) {
		return new ObservedBatches(openTelemetrySdk.getIfAvailable(OpenTelemetry::noop),
				telemetryMasker.getIfAvailable(Masker::standard));
	}

}
