// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.tracking.SpanPropagation;
import io.micrometer.context.ContextRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.contextpropagation.ObservationAwareSpanThreadLocalAccessor;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for spans that follow work to other
 * threads.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = MicrometerTracingAutoConfiguration.class)
@ConditionalOnClass({ ContextRegistry.class, ObservationRegistry.class, ObservationAwareSpanThreadLocalAccessor.class,
		MicrometerTracingAutoConfiguration.class })
@ConditionalOnBean({ ObservationRegistry.class, Tracer.class })
@ConditionalOnTelemetry("tracking")
public final class SpanPropagationAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SpanPropagation telemetrySpanPropagation(ObservationRegistry observationRegistry, Tracer tracer) {
		return new SpanPropagation(ContextRegistry.getInstance(),
				new ObservationAwareSpanThreadLocalAccessor(observationRegistry, tracer));
	}

}
