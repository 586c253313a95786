// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.List;

import com.starmates.telemetry.tracking.TraceContextPropagator;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties.Propagation;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties.Propagation.PropagationType;

/**
 * Reads W3C Trace Context to the letter. And spares every request Micrometer's search for
 * baggage fields with headers of their own, which takes longer than reading trace and
 * baggage; where such fields are configured, Boot's propagator stays.
 */
class PropagatorPostProcessor implements BeanPostProcessor {

	private static final String BOOTS_PROPAGATOR = "textMapPropagatorWithBaggage";

	private static final List<PropagationType> W3C = List.of(PropagationType.W3C);

	private final ObjectProvider<TracingProperties> properties;

	PropagatorPostProcessor(ObjectProvider<TracingProperties> properties) {
		this.properties = properties;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof TextMapPropagator && BOOTS_PROPAGATOR.equals(beanName)
				&& isW3cAlone(this.properties.getObject())) {
			return TextMapPropagator.composite(TraceContextPropagator.getInstance(),
					W3CBaggagePropagator.getInstance());
		}
		return bean;
	}

	private static boolean isW3cAlone(TracingProperties properties) {
		Propagation propagation = properties.getPropagation();
		return properties.getBaggage().getRemoteFields().isEmpty() && propagation.getType() == null
				&& propagation.getProduce().equals(W3C) && propagation.getConsume().equals(W3C);
	}

}
