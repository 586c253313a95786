// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.starmates.telemetry.business.OperationDefinition;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Holds the definitions of all meters to the names that dashboards and alerts rely on,
 * and to what Prometheus gets to see.
 */
class MeterCatalogueTests {

	private static final String HTTP_BUCKETS = "0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2 2.5 5 10";

	private static final String LONG_BUCKETS = "0.1 0.25 0.5 1 2.5 5 10 20 30 60 120";

	private static final String QUERY_BUCKETS = "0.001 0.0025 0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5";

	/**
	 * Name, labels and buckets that were promised. The labels {@code environment},
	 * {@code project} and {@code service} are on every meter besides.
	 */
	private static final String[] PROMISES = {
			"request_count_total | service_name endpoint method status_code api_version",
			"request_duration_seconds | service_name endpoint method | " + HTTP_BUCKETS,
			"request_errors_total | service_name endpoint method error_type status_code",
			"active_requests | service_name endpoint", "ai_requests_total | model provider",
			"ai_request_duration_seconds | model provider | " + LONG_BUCKETS, "ai_tokens_total | model token_type",
			"ai_cost_total | model", "ai_cost_unknown_total | model", "ai_budget_used_ratio |",
			"api_key_usage_total | api_key_id client_name service_name endpoint success",
			"endpoint_usage_total | service_name endpoint api_version user_segment",
			"user_activity_total | user_id activity_type service_name session_id",
			"workflow_success_rate | workflow_type complexity_level | 0.5 0.7 0.8 0.9 0.95 0.99 1",
			"<operation>_requests_total |", "<operation>_success_total |", "<operation>_failures_total |",
			"<operation>_partial_total |", "<operation>_completions_total |",
			"<operation>_duration_seconds | | " + LONG_BUCKETS,
			"<operation>_step_duration_seconds | step | " + LONG_BUCKETS, "database_queries_total | operation table",
			"database_query_duration_seconds | | " + QUERY_BUCKETS, "event_bus_published_total | subject",
			"event_bus_consumed_total | subject outcome", "telemetry_cardinality_overflow_total | meter label",
			"telemetry_series |", "telemetry_series_budget |", "telemetry_export_items_total | signal outcome",
			"telemetry_export_queue_size | signal", "telemetry_export_queue_capacity | signal",
			"telemetry_log_bytes_total |" };

	private static final String ANY_OPERATION = "<operation>";

	/** Alternative names of ours, made by recording rules. */
	private static final List<String> RECORDED = List.of("api_requests", "llm_requests");

	@Test
	void everyMeterThatWasPromisedIsDefined() {
		Map<String, MeterForm> forms = MeterDefinitions.all()
			.stream()
			.map(MeterDefinition::form)
			.collect(Collectors.toMap(MeterForm::exposedName, Function.identity()));
		assertThat(Arrays.stream(PROMISES).map((promise) -> promise.split(" \\|", -1)[0]))
			.allSatisfy((name) -> assertThat(forms).containsKey(name));
		assertThat(Arrays.stream(PROMISES)).allSatisfy((promise) -> {
			String[] parts = (promise + " | ").split("\\|");
			MeterForm form = forms.get(parts[0].strip());
			assertThat(form.labels()).extracting(LabelDefinition::name).as(promise).isEqualTo(words(parts[1]));
			assertThat(form.buckets()).as(promise).isEqualTo(words(parts[2]).stream().map(Double::valueOf).toList());
		});
	}

	@ParameterizedTest
	@MethodSource
	void prometheusSeesEachMeterByItsNameTypeAndDescription(MeterForm form) {
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		record(new GuardedMeters(registry, CardinalityBudgets.STANDARD), form);
		String name = form.exposedName();
		String labels = form.labels()
			.stream()
			.map((label) -> label.name() + "=\"x\"")
			.sorted()
			.collect(Collectors.joining(","));
		String scrape = registry.scrape();
		assertThat(scrape).contains("# HELP " + name + ' ' + form.description() + '\n')
			.contains("# TYPE " + name + ' ' + type(form) + '\n')
			.contains(
					name + (form.buckets().isEmpty() ? "" : "_count") + (labels.isEmpty() ? " " : "{" + labels + "} "));
		form.buckets()
			.forEach((bound) -> assertThat(scrape)
				.contains(name + "_bucket{" + labels + (labels.isEmpty() ? "" : ",") + "le=\"" + bound + "\"} "));
	}

	static Stream<MeterForm> prometheusSeesEachMeterByItsNameTypeAndDescription() {
		return MeterDefinitions.all()
			.stream()
			.map(MeterDefinition::form)
			.map((form) -> new MeterForm(form.name().replace("<operation>", "onboarding"), form.type(),
					form.description(), form.buckets(), form.labels()));
	}

	@Test
	void noOperationCanHaveTheMetersOfOthers() {
		List<String> names = MeterDefinitions.all()
			.stream()
			.map((meter) -> withoutType(meter.form().exposedName()))
			.toList();
		List<String> suffixes = names.stream()
			.filter((name) -> name.startsWith(ANY_OPERATION))
			.map((name) -> name.substring(ANY_OPERATION.length()))
			.toList();
		List<String> taken = Stream.concat(names.stream(), RECORDED.stream())
			.filter((name) -> !name.startsWith(ANY_OPERATION))
			.flatMap((name) -> suffixes.stream().filter(name::endsWith).map((suffix) -> withoutEnd(name, suffix)))
			.distinct()
			.toList();
		assertThat(taken).contains("active", "ai", "ai_request", "api", "database_query", "llm", "request")
			.allSatisfy((name) -> assertThatIllegalArgumentException().as(name)
				.isThrownBy(() -> OperationDefinition.of(name))
				.withMessageContaining("'" + name + "'"));
	}

	/** Meters of different types cannot share what is left. */
	private static String withoutType(String name) {
		return name.replaceFirst("_(total|seconds)$", "");
	}

	private static String withoutEnd(String name, String end) {
		return name.substring(0, name.length() - end.length());
	}

	private static void record(GuardedMeters meters, MeterForm form) {
		Tags tags = Tags.of(form.labels().stream().map((label) -> Tag.of(label.name(), "x")).toList());
		switch (form.type()) {
			case COUNTER -> meters.counter(() -> form, tags).increment();
			case TIMER -> meters.timer(() -> form, tags);
			case GAUGE -> meters.gauge(() -> form, tags, 1.0, Double::doubleValue);
			default ->
				meters.summaries(() -> form).getBy(form.labels().stream().map((label) -> "x").toArray(String[]::new));
		}
	}

	private static String type(MeterForm form) {
		return (form.type() == Meter.Type.COUNTER || form.type() == Meter.Type.GAUGE)
				? form.type().name().toLowerCase(Locale.ROOT) : "histogram";
	}

	private static List<String> words(String text) {
		return text.isBlank() ? List.of() : List.of(text.strip().split(" "));
	}

}
