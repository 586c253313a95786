// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.List;
import java.util.Objects;

import com.starmates.telemetry.doctor.Facts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.push.PushMeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * What the registries tell of meters.
 */
final class MeterFacts {

	private static final String PROMETHEUS = "io.micrometer.prometheusmetrics.PrometheusMeterRegistry";

	private static final String PROMETHEUS_EXEMPLARS = "io.prometheus.metrics.tracer.common.SpanContext";

	private static final String OTLP = "io.micrometer.registry.otlp.OtlpMeterRegistry";

	private static final String OTLP_EXEMPLARS = "io.micrometer.registry.otlp.ExemplarContextProvider";

	private static final String SERIES = "telemetry.series";

	/** Negative, it closes all endpoints. */
	private static final String MANAGEMENT_PORT = "management.server.port";

	private static final String EXPOSURE = "management.endpoints.web.exposure.";

	private final ListableBeanFactory beans;

	private final Environment environment;

	MeterFacts(ListableBeanFactory beans, Environment environment) {
		this.beans = beans;
		this.environment = environment;
	}

	/** Return what meters call the service; one of ours stands for all. */
	@Nullable String serviceName() {
		return this.beans.getBeanProvider(MeterRegistry.class)
			.stream()
			.flatMap((registry) -> registry.find(SERIES).meters().stream())
			.map((meter) -> meter.getId().getTag("service"))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	Facts.Meters meters(boolean sampled) {
		boolean prometheus = hasBean(PROMETHEUS);
		boolean pushed = this.beans.getBeanNamesForType(PushMeterRegistry.class, true, false).length > 0;
		boolean exemplars = (prometheus && hasBean(PROMETHEUS_EXEMPLARS)) || (hasBean(OTLP) && hasBean(OTLP_EXEMPLARS));
		MeterRegistry registry = this.beans.getBeanProvider(MeterRegistry.class).getIfUnique();
		return new Facts.Meters(prometheus, isExposed(), pushed, exemplars && sampled, gauge(registry, SERIES),
				gauge(registry, "telemetry.series.budget"), overflows(registry));
	}

	private boolean hasBean(String type) {
		ClassLoader loader = MeterFacts.class.getClassLoader();
		if (!ClassUtils.isPresent(type, loader)) {
			return false;
		}
		return this.beans.getBeanNamesForType(ClassUtils.resolveClassName(type, loader), true, false).length > 0;
	}

	private boolean isExposed() {
		return this.environment.getProperty(MANAGEMENT_PORT, Integer.class, 0) >= 0
				&& names("include").stream().anyMatch(MeterFacts::isPrometheus)
				&& names("exclude").stream().noneMatch(MeterFacts::isPrometheus);
	}

	private List<String> names(String list) {
		return Binder.get(this.environment).bind(EXPOSURE + list, Bindable.listOf(String.class)).orElse(List.of());
	}

	private static boolean isPrometheus(String endpoint) {
		return "*".equals(endpoint) || "prometheus".equalsIgnoreCase(endpoint);
	}

	private static long gauge(@Nullable MeterRegistry registry, String name) {
		Gauge gauge = (registry != null) ? registry.find(name).gauge() : null;
		return (gauge != null) ? (long) gauge.value() : 0;
	}

	private static List<Facts.Overflow> overflows(@Nullable MeterRegistry registry) {
		return (registry != null)
				? registry.find("telemetry.cardinality.overflow").counters().stream().map(MeterFacts::overflow).toList()
				: List.of();
	}

	private static Facts.Overflow overflow(Counter counter) {
		return new Facts.Overflow(String.valueOf(counter.getId().getTag("meter")),
				String.valueOf(counter.getId().getTag("label")), (long) counter.count());
	}

}
