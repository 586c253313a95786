// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everything that can be found.
 */
enum Check {

	ENDPOINT_UNREACHABLE(Severity.ERROR, "Start the collector, or correct OTEL_EXPORTER_OTLP_ENDPOINT",
			ExportChecks::unreachable),

	EXPORTER_MISSING(Severity.ERROR,
			"Set OTEL_EXPORTER_OTLP_PROTOCOL, and what switches exporters, as well while the service is processed: "
					+ "Spring decides then which beans there are",
			ExportChecks::absent),

	EXPORT_FAILING(Severity.ERROR, "See lastError; the collector's own log tells more", ExportChecks::failing),

	SERVICE_NAME_DIFFERS(Severity.ERROR,
			"Set spring.application.name or OTEL_SERVICE_NAME, and leave beans and filters that name the service out",
			ServiceChecks::names),

	ITEMS_DROPPED(Severity.WARNING,
			"Make the queue larger (OTEL_BSP_MAX_QUEUE_SIZE, OTEL_BLRP_MAX_QUEUE_SIZE), "
					+ "or let the collector answer faster",
			ExportChecks::dropped),

	ITEMS_FAILED(Severity.WARNING, "See lastError; the collector's own log tells more", ExportChecks::failed),

	PROTOCOL_DOES_NOT_FIT_PORT(Severity.WARNING,
			"Collectors take gRPC at 4317 and HTTP at 4318: correct the port or OTEL_EXPORTER_OTLP_PROTOCOL",
			ExportChecks::protocol),

	LOG_APPENDER_MISSING(Severity.WARNING,
			"Leave telemetry.logging.enabled on with opentelemetry-logback-appender-1.0 "
					+ "on the class path, or take the endpoint of logs away",
			ServiceChecks::logAppender),

	OTHER_STARTER(Severity.WARNING, "Remove opentelemetry-spring-boot-starter: two SDKs make each span twice",
			ServiceChecks::otherStarter),

	SAMPLER_DROPS_TRACES(Severity.WARNING,
			"Record all traces (OTEL_TRACES_SAMPLER=parentbased_always_on), and let the "
					+ "collector choose which to keep",
			ServiceChecks::sampler),

	NO_EXEMPLARS(Severity.WARNING,
			"Keep traces sampled, management.tracing.exemplars.include as it is and a registry "
					+ "for Prometheus or OTLP; scrape in the OpenMetrics format",
			ServiceChecks::exemplars),

	VARIABLES_IGNORED(Severity.WARNING, "Correct or remove them; Spring Boot's documentation lists those it reads",
			ServiceChecks::variables),

	LABEL_VALUES_OVERFLOW(Severity.WARNING,
			"Use values from a closed set, or raise telemetry.metrics.cardinality.labels for them",
			MeterChecks::overflows),

	SERIES_BUDGET(Severity.WARNING,
			"Have fewer meters or label values, or raise telemetry.metrics.cardinality.series-budget",
			MeterChecks::budget),

	CLIENT_NOT_OBSERVED(Severity.WARNING,
			"Make it with the builder that Spring Boot has as a bean: RestClient.Builder, RestTemplateBuilder "
					+ "or WebClient.Builder",
			ServiceChecks::clients),

	EXECUTOR_LOSES_CONTEXT(Severity.WARNING,
			"Declare it as Executor, ExecutorService or ScheduledExecutorService, or take one of Spring's",
			ServiceChecks::executors),

	MASKING_OFF(Severity.WARNING, "Leave telemetry.masking.enabled on, and exempt single keys", ServiceChecks::masking),

	METERS_NOT_COLLECTED(Severity.INFO,
			"Have micrometer-registry-prometheus on the class path and prometheus in "
					+ "management.endpoints.web.exposure.include, or set an OTLP endpoint",
			MeterChecks::collected),

	JAVA_AGENT(Severity.INFO, "Nothing to do if that is meant; the agent's variables then apply, not Spring Boot's",
			ServiceChecks::javaAgent);

	private final Severity severity;

	private final String remedy;

	private final Function<Facts, Stream<String>> messages;

	Check(Severity severity, String remedy, Function<Facts, Stream<String>> messages) {
		this.severity = severity;
		this.remedy = remedy;
		this.messages = messages;
	}

	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Severity severity() {
		return this.severity;
	}

	String remedy() {
		return this.remedy;
	}

	List<Finding> find(Facts facts) {
		return this.messages.apply(facts)
			.map((message) -> new Finding(id(), this.severity, message, this.remedy))
			.toList();
	}

}
