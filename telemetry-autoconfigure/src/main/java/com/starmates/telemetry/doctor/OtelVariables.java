// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The variables of OpenTelemetry that Spring Boot reads. Only their names are looked at:
 * some have secrets for values.
 *
 * @since 1.0.0
 */
public final class OtelVariables {

	private static final String PREFIX = "OTEL_";

	private static final List<String> ALWAYS_READ = List.of("OTEL_RESOURCE_ATTRIBUTES", "OTEL_SERVICE_NAME");

	private static final List<String> SIGNALS = List.of("TRACES", "METRICS", "LOGS");

	private static final List<String> OTLP = List.of("ENDPOINT", "COMPRESSION", "TIMEOUT", "HEADERS", "CERTIFICATE",
			"CLIENT_KEY", "CLIENT_CERTIFICATE");

	private static final List<String> QUEUES = List.of("BSP", "BLRP");

	private static final List<String> QUEUE = List.of("SCHEDULE_DELAY", "EXPORT_TIMEOUT", "MAX_QUEUE_SIZE",
			"MAX_EXPORT_BATCH_SIZE");

	private static final List<String> OTHERS = List.of("OTEL_SDK_DISABLED", "OTEL_PROPAGATORS", "OTEL_TRACES_SAMPLER",
			"OTEL_TRACES_SAMPLER_ARG", "OTEL_METRICS_EXEMPLAR_FILTER", "OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER",
			"OTEL_LOGS_EXPORTER", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
			"OTEL_EXPORTER_OTLP_LOGS_PROTOCOL", "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
			"OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION", "OTEL_METRIC_EXPORT_INTERVAL",
			"OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_COUNT_LIMIT", "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT",
			"OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT",
			"OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT", "OTEL_SPAN_EVENT_COUNT_LIMIT", "OTEL_SPAN_LINK_COUNT_LIMIT",
			"OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", "OTEL_LINK_ATTRIBUTE_COUNT_LIMIT");

	private static final Set<String> MAPPED = mapped();

	private OtelVariables() {
	}

	private static Set<String> mapped() {
		Set<String> names = new TreeSet<>(OTHERS);
		for (String setting : OTLP) {
			names.add("OTEL_EXPORTER_OTLP_" + setting);
			SIGNALS.forEach((signal) -> names.add("OTEL_EXPORTER_OTLP_" + signal + "_" + setting));
		}
		QUEUES.forEach((queue) -> QUEUE.forEach((setting) -> names.add(PREFIX + queue + "_" + setting)));
		return Set.copyOf(names);
	}

	/** Return the names of those that Spring Boot makes properties of. */
	static Set<String> names() {
		return MAPPED;
	}

	/**
	 * Sort variables by whether they are read.
	 * @param names names of all variables that are set
	 * @param isMapped whether Spring Boot makes properties of them
	 * @return those of OpenTelemetry
	 */
	public static Facts.Variables sort(Collection<String> names, boolean isMapped) {
		Set<String> read = new TreeSet<>();
		Set<String> ignored = new TreeSet<>();
		for (String name : names) {
			if (name.startsWith(PREFIX)) {
				(isRead(name, names, isMapped) ? read : ignored).add(name);
			}
		}
		return new Facts.Variables(List.copyOf(read), List.copyOf(ignored));
	}

	/** The argument of a sampler means nothing without the sampler. */
	private static boolean isRead(String name, Collection<String> all, boolean isMapped) {
		if (ALWAYS_READ.contains(name)) {
			return true;
		}
		return isMapped && MAPPED.contains(name)
				&& (!name.equals("OTEL_TRACES_SAMPLER_ARG") || all.contains("OTEL_TRACES_SAMPLER"));
	}

}
