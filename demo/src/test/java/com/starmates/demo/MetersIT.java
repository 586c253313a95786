// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the services count while they work, as Prometheus reads it.
 */
class MetersIT {

	private static final int CALLERS = 4;

	private static final int ROUNDS = 10;

	private static final Pattern EXEMPLAR = Pattern
		.compile("(\\w+)\\{.* # \\{span_id=\"(\\w{16})\",trace_id=\"(\\w{32})\"\\} .*");

	private static final String ONE_SESSION_IS_TOLD_APART = """
			{"telemetry.metrics.cardinality.labels.session_id":1}""";

	private static final List<String> OF_ALL = List.of("request_count_total", "request_duration_seconds_count",
			"telemetry_export_items_total", "telemetry_export_queue_capacity", "telemetry_log_bytes_total",
			"telemetry_series", "telemetry_series_budget");

	private static final AtomicInteger rounds = new AtomicInteger();

	private static Stage stage;

	/** Whether each service has been seen with requests under way. */
	private static volatile boolean busy;

	private static Map<Service, String> scrapes;

	@BeforeAll
	static void work() throws Exception {
		stage = Stage
			.exporting(Map.of("OTEL_METRICS_EXPORTER", "none", "SPRING_APPLICATION_JSON", ONE_SESSION_IS_TOLD_APART));
		ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
		try {
			List<Future<?>> calls = Stream.<Runnable>generate(() -> MetersIT::call)
				.limit(CALLERS)
				.<Future<?>>map(callers::submit)
				.toList();
			for (Service service : Service.values()) {
				Awaitility.await()
					.atMost(AbstractTrackingHeaderIT.LIMIT)
					.until(() -> sum(stage.http().scrape(service), "active_requests") > 0);
			}
			busy = true;
			for (Future<?> call : calls) {
				call.get();
			}
		}
		finally {
			callers.shutdownNow();
		}
		scrapes = Stream.of(Service.values()).collect(Collectors.toMap(Function.identity(), stage.http()::scrape));
	}

	@AfterAll
	static void end() {
		if (stage != null) {
			stage.close();
		}
	}

	private static void call() {
		for (int round = 0; round < ROUNDS || !busy; round++) {
			rounds.incrementAndGet();
			Http http = stage.http();
			Reply session = http.send(Service.GATEWAY,
					Call.post("/api/v1/sessions", "{\"userId\":\"user_1\",\"segment\":\"premium\"}").withApiKey());
			assertThat(session.status()).isEqualTo(201);
			for (Story story : Story.values()) {
				assertThat(http.send(Service.GATEWAY, story.call()).status()).isEqualTo(story.status());
			}
			assertThat(http.send(Service.GATEWAY, Call.get("/api/v1/workflows/none").withApiKey()).status())
				.isEqualTo(404);
		}
	}

	static Stream<Arguments> meters() {
		return Stream.of(
				Arguments.of(Service.GATEWAY,
						List.of("request_errors_total", "api_key_usage_total", "endpoint_usage_total",
								"user_activity_total", "onboarding_requests_total", "onboarding_success_total",
								"onboarding_completions_total", "onboarding_duration_seconds_count",
								"onboarding_step_duration_seconds_count", "telemetry_cardinality_overflow_total")),
				Arguments.of(Service.AGENT,
						List.of("request_errors_total", "ai_requests_total", "ai_request_duration_seconds_count",
								"ai_tokens_total", "ai_cost_total", "ai_budget_used_ratio",
								"plan_generation_requests_total", "plan_generation_success_total",
								"plan_generation_completions_total", "plan_generation_duration_seconds_count")),
				Arguments.of(Service.ENGINE,
						List.of("request_errors_total", "database_queries_total",
								"database_query_duration_seconds_count", "event_bus_published_total",
								"event_bus_consumed_total", "workflow_success_rate_count")));
	}

	@ParameterizedTest
	@MethodSource("meters")
	void everyMeterHasCounted(Service service, List<String> own) {
		String scrape = scrapes.get(service);
		assertThat(Stream.concat(OF_ALL.stream(), own.stream()))
			.allSatisfy((name) -> assertThat(values(scrape, name)).as(name).anyMatch((value) -> value > 0));
	}

	/** A request is counted when all of its response has gone. */
	@ParameterizedTest
	@CsvSource({ "GATEWAY, 4", "AGENT, 2" })
	void everyRequestHasBeenCounted(Service service, int ofARound) {
		Awaitility.await().atMost(AbstractTrackingHeaderIT.LIMIT).untilAsserted(() -> {
			String scrape = stage.http().scrape(service);
			assertThat(sum(scrape, "request_count_total")).isEqualTo(ofARound * rounds.get());
			assertThat(sum(scrape, "request_duration_seconds_count")).isEqualTo(ofARound * rounds.get());
			assertThat(sum(scrape, "active_requests")).isZero();
		});
	}

	@ParameterizedTest
	@EnumSource
	void everyExemplarIsOfASpanThatIsThere(Service service) {
		List<Matcher> exemplars = scrapes.get(service).lines().map(EXEMPLAR::matcher).filter(Matcher::matches).toList();
		assertThat(exemplars).extracting((exemplar) -> exemplar.group(1))
			.contains("request_count_total", "request_duration_seconds_bucket");
		Awaitility.await()
			.atMost(AbstractTrackingHeaderIT.LIMIT)
			.untilAsserted(() -> assertThat(stage.receiver().spans()).extracting(Span::traceId, Span::spanId)
				.containsAll(
						exemplars.stream().map((exemplar) -> tuple(exemplar.group(3), exemplar.group(2))).toList()));
	}

	private static double sum(String scrape, String name) {
		return values(scrape, name).stream().mapToDouble(Double::doubleValue).sum();
	}

	/** Return the values of a name's series, without their exemplars. */
	private static List<Double> values(String scrape, String name) {
		return scrape.lines()
			.filter((line) -> line.startsWith(name + '{') || line.startsWith(name + ' '))
			.map((line) -> line.replaceFirst(" # \\{.*", "").replaceFirst(".*[} ](?=[^ ]+$)", ""))
			.map(Double::valueOf)
			.toList();
	}

}
