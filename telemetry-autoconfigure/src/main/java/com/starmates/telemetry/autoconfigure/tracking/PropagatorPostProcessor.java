// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.List;

import com.starmates.telemetry.tracking.TraceContextPropagator;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

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

	private static final String WITH_BAGGAGE = "textMapPropagatorWithBaggage";

	private static final String WITHOUT_BAGGAGE = "textMapPropagator";

	private static final List<PropagationType> W3C = List.of(PropagationType.W3C);

	private final ObjectProvider<TracingProperties> properties;

	PropagatorPostProcessor(ObjectProvider<TracingProperties> properties) {
		this.properties = properties;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof TextMapPropagator)) {
			return bean;
		}
		return switch (beanName) {
			case WITH_BAGGAGE -> isReplaceable() ? TextMapPropagator.composite(TraceContextPropagator.getInstance(),
					W3CBaggagePropagator.getInstance()) : bean;
			case WITHOUT_BAGGAGE -> isReplaceable() ? TraceContextPropagator.getInstance() : bean;
			default -> bean;
		};
	}

	private boolean isReplaceable() {
		TracingProperties settings = this.properties.getObject();
		Propagation propagation = settings.getPropagation();
		return settings.getBaggage().getRemoteFields().isEmpty() && isW3cAlone(propagation.getType(), propagation);
	}

	/** A type for both directions wins over those for one. */
	private static boolean isW3cAlone(@Nullable List<PropagationType> both, Propagation propagation) {
		return (both != null) ? both.equals(W3C)
				: propagation.getProduce().equals(W3C) && propagation.getConsume().equals(W3C);
	}

}
