// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.opentelemetry.context.propagation.TextMapPropagator;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the headers that carry a trace
 * between services.
 *
 * @since 1.0.0
 */
@AutoConfiguration
@ConditionalOnClass({ TextMapPropagator.class, TracingProperties.class, OtelCurrentTraceContext.class })
@ConditionalOnTelemetry("tracking")
@Import(PropagatorPostProcessor.class)
public final class HeaderPropagationAutoConfiguration {

}
