// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.ArrayList;
import java.util.List;

import com.starmates.telemetry.tracking.BaggagePropagator;
import com.starmates.telemetry.tracking.TraceContextPropagator;
import io.micrometer.tracing.otel.bridge.OtelBaggageManager;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.propagation.BaggageTextMapPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties.Propagation;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties.Propagation.PropagationType;

/**
 * Reads and writes W3C Trace Context and W3C Baggage to the letter. And spares every
 * request Micrometer's search for baggage fields with headers of their own, which takes
 * longer than reading trace and baggage, unless such fields are configured. Where other
 * headers than those of the W3C are, Boot's propagator stays.
 */
class PropagatorPostProcessor implements BeanPostProcessor {

	private static final String WITH_BAGGAGE = "textMapPropagatorWithBaggage";

	private static final String WITHOUT_BAGGAGE = "textMapPropagator";

	private static final List<PropagationType> W3C = List.of(PropagationType.W3C);

	private final ObjectProvider<TracingProperties> properties;

	private final ObjectProvider<OtelCurrentTraceContext> current;

	PropagatorPostProcessor(ObjectProvider<TracingProperties> properties,
			ObjectProvider<OtelCurrentTraceContext> current) {
		this.properties = properties;
		this.current = current;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof TextMapPropagator)) {
			return bean;
		}
		return switch (beanName) {
			case WITH_BAGGAGE -> isReplaceable() ? withBaggage(this.properties.getObject().getBaggage()) : bean;
			case WITHOUT_BAGGAGE -> isReplaceable() ? TraceContextPropagator.getInstance() : bean;
			default -> bean;
		};
	}

	private TextMapPropagator withBaggage(TracingProperties.Baggage settings) {
		List<TextMapPropagator> propagators = new ArrayList<>(
				List.of(TraceContextPropagator.getInstance(), BaggagePropagator.getInstance()));
		List<String> fields = settings.getRemoteFields();
		if (!fields.isEmpty()) {
			propagators.add(new BaggageTextMapPropagator(fields,
					new OtelBaggageManager(this.current.getObject(), fields, settings.getTagFields())));
		}
		return TextMapPropagator.composite(propagators);
	}

	private boolean isReplaceable() {
		Propagation propagation = this.properties.getObject().getPropagation();
		return isW3cAlone(propagation.getType(), propagation);
	}

	/** A type for both directions wins over those for one. */
	private static boolean isW3cAlone(@Nullable List<PropagationType> both, Propagation propagation) {
		return (both != null) ? both.equals(W3C)
				: propagation.getProduce().equals(W3C) && propagation.getConsume().equals(W3C);
	}

}
