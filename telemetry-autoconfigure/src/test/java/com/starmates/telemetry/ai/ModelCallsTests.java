// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import com.starmates.telemetry.cardinality.CardinalityBudgets;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.cardinality.IdleSweeper;
import com.starmates.telemetry.masking.Masker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Tests for {@link ModelCalls}. */
class ModelCallsTests {

	private static final ModelPrice PRICE = new ModelPrice("claude", null, 3, 15.0, 0.3, 3.75);

	private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final AtomicLong nanoTime = new AtomicLong();

	private final MonthlyBudget budget = new MonthlyBudget(1, Clock.systemUTC());

	private final ModelCalls calls = new ModelCalls(
			OpenTelemetrySdk.builder()
				.setTracerProvider(
						SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(this.exporter)).build())
				.build(),
			new ModelCallMeters(new GuardedMeters(this.registry, CardinalityBudgets.STANDARD), this.budget),
			new PriceTable(List.of(PRICE), Clock.systemUTC()), Masker.standard(), this.nanoTime::get);

	@ParameterizedTest
	@CsvSource({ "bedrock_converse, aws.bedrock", "google_genai, gcp.gen_ai", "vertex_ai, gcp.vertex_ai",
			"openai, openai" })
	void spanNamesProvidersAsTheConventionsDo(String provider, String name) {
		this.calls.start(provider, "any").close();
		assertThat(this.exporter.getFinishedSpanItems()).singleElement()
			.satisfies((span) -> assertThat(span.getAttributes().get(AttributeKey.stringKey("gen_ai.provider.name")))
				.isEqualTo(name));
	}

	@Test
	void answeredCallIsCountedTimedAndPriced() {
		try (ModelCall call = this.calls.start("anthropic", "claude-sonnet-4-5")) {
			this.nanoTime.set(TimeUnit.MILLISECONDS.toNanos(300));
			call.received();
			this.nanoTime.set(TimeUnit.MILLISECONDS.toNanos(1_500));
			call.answered(new TokenUsage(1_000, 200, 4_000, 500));
		}
		assertThat(count("ai.requests", "model", "claude-sonnet-4-5", "provider", "anthropic")).isOne();
		assertThat(this.registry.get("ai.request.duration").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(1.5);
		assertThat(this.registry.get("ai.time.to.first.token").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(0.3);
		assertThat(count("ai.tokens", "token_type", "input")).isEqualTo(1_000);
		assertThat(count("ai.tokens", "token_type", "output")).isEqualTo(200);
		assertThat(count("ai.tokens", "token_type", "cache_read")).isEqualTo(4_000);
		assertThat(count("ai.tokens", "token_type", "cache_write")).isEqualTo(500);
		// (1000 * 3 + 200 * 15 + 4000 * 0.3 + 500 * 3.75) / 10^6
		assertThat(count("ai.cost", "model", "claude-sonnet-4-5")).isEqualTo(0.009075);
		assertThat(this.registry.get("ai.budget.used.ratio").gauge().value()).isEqualTo(0.009075);
		assertThat(this.registry.find("ai.cost.unknown").counters()).isEmpty();
		assertThat(this.registry.find("ai.errors").counters()).isEmpty();
	}

	@Test
	void countersThatStandStillAreLetGo() {
		GuardedMeters meters = new GuardedMeters(this.registry, CardinalityBudgets.STANDARD);
		ModelCalls calls = new ModelCalls(OpenTelemetry.noop(), new ModelCallMeters(meters, null),
				new PriceTable(List.of(PRICE), Clock.systemUTC()), Masker.standard(), this.nanoTime::get);
		try (ModelCall call = calls.start("anthropic", "claude-sonnet-4-5")) {
			call.answered(new TokenUsage(1_000, 200, 4_000, 500));
		}
		try (ModelCall call = calls.start("anthropic", "unknown")) {
			call.failed(new TimeoutException("too long"));
		}
		try (ModelCall call = calls.start("anthropic", "unknown")) {
			call.answered(new TokenUsage(1, 1, 0, 0));
		}
		try (IdleSweeper sweeper = new IdleSweeper(meters, Duration.ofMillis(20))) {
			Awaitility.await()
				.untilAsserted(() -> assertThat(this.registry.getMeters()).filteredOn(Counter.class::isInstance)
					.extracting((meter) -> meter.getId().getTag("model"))
					.isNotEmpty()
					.containsOnly("_other"));
		}
	}

	@Test
	void spanTellsTheCallByTheConventions() {
		try (ModelCall call = this.calls.start("anthropic", "claude-sonnet-4-5")) {
			assertThat(Span.current()).isSameAs(Span.fromContext(call.context()));
			call.answered(new TokenUsage(1_000, 200, 4_000, 500)).answeredBy("claude-sonnet-4-5-20250929", "msg_1");
		}
		SpanData span = span();
		assertThat(span.getName()).isEqualTo("chat claude-sonnet-4-5");
		assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
		assertThat(span.getAttributes().asMap()).containsOnly(
				Map.entry(AttributeKey.stringKey("gen_ai.operation.name"), "chat"),
				Map.entry(AttributeKey.stringKey("gen_ai.provider.name"), "anthropic"),
				Map.entry(AttributeKey.stringKey("gen_ai.request.model"), "claude-sonnet-4-5"),
				Map.entry(AttributeKey.stringKey("gen_ai.response.model"), "claude-sonnet-4-5-20250929"),
				Map.entry(AttributeKey.stringKey("gen_ai.response.id"), "msg_1"),
				Map.entry(AttributeKey.longKey("gen_ai.usage.input_tokens"), 5_500L),
				Map.entry(AttributeKey.longKey("gen_ai.usage.output_tokens"), 200L),
				Map.entry(AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens"), 4_000L),
				Map.entry(AttributeKey.longKey("gen_ai.usage.cache_creation.input_tokens"), 500L),
				Map.entry(AttributeKey.doubleKey("gen_ai.usage.cost.amount"), 0.009075),
				Map.entry(AttributeKey.stringKey("gen_ai.usage.cost.currency"), "USD"),
				Map.entry(AttributeKey.stringKey("gen_ai.usage.cost.source"), "local"));
		assertThat(Span.current().getSpanContext().isValid()).isFalse();
	}

	@Test
	void providersOwnCostIsPreferred() {
		try (ModelCall call = this.calls.start("openrouter", "claude-sonnet-4-5")) {
			call.answered(TokenUsage.of(1_000, 200)).cost(0.5).cost(-1).cost(Double.NaN);
		}
		assertThat(count("ai.cost", "model", "claude-sonnet-4-5")).isEqualTo(0.5);
		assertThat(span().getAttributes().get(AttributeKey.stringKey("gen_ai.usage.cost.source")))
			.isEqualTo("provider");
	}

	@Test
	void callWithoutAPriceIsCountedApartAndNotAsZero() {
		try (ModelCall call = this.calls.start("openai", "gpt-4o")) {
			call.answered(TokenUsage.of(10, 20));
		}
		try (ModelCall call = this.calls.start("anthropic", "claude-sonnet-4-5")) {
			call.answered();
		}
		assertThat(count("ai.cost.unknown", "model", "gpt-4o")).isOne();
		assertThat(count("ai.cost.unknown", "model", "claude-sonnet-4-5")).isOne();
		assertThat(this.registry.find("ai.cost").counters()).isEmpty();
	}

	@Test
	void exceptionIsRecordedAndThrownOn() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.calls.call(ModelOperation.EMBEDDINGS, "openai", "ada", (call) -> {
				throw new IllegalStateException("password=hunter2");
			}));
		assertThat(count("ai.errors", "error_category", "server", "error_type", "IllegalStateException")).isOne();
		assertThat(count("ai.requests", "model", "ada")).isOne();
		assertThat(this.registry.find("ai.cost.unknown").counters()).isEmpty();
		SpanData span = span();
		assertThat(span.getName()).isEqualTo("embeddings ada");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getStatus().getDescription()).isEqualTo("password=***");
		assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
			.isEqualTo("java.lang.IllegalStateException");
		assertThat(span.getEvents()).hasSize(1);
	}

	@Test
	void callThatIsClosedWithoutAnAnswerHasFailed() {
		assertThatIllegalStateException().isThrownBy(() -> {
			try (ModelCall call = this.calls.start("openai", "gpt-4o")) {
				throw new IllegalStateException();
			}
		});
		assertThat(count("ai.errors", "model", "gpt-4o")).isOne();
		assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	@Test
	void failedCallThatUsedTokensCostsThem() {
		try (ModelCall call = this.calls.start("anthropic", "claude-sonnet-4-5")) {
			call.answered(TokenUsage.of(1_000, 0)).failed(new TimeoutException());
		}
		assertThat(count("ai.errors", "error_category", "timeout")).isOne();
		assertThat(count("ai.cost", "model", "claude-sonnet-4-5")).isEqualTo(0.003);
	}

	@Test
	void bodyThatReturnsHasBeenAnswered() throws Exception {
		String answer = this.calls.call(ModelOperation.CHAT, "anthropic", "claude-sonnet-4-5", (call) -> {
			call.answered(TokenUsage.of(1, 2));
			return "Hello";
		});
		assertThat(answer).isEqualTo("Hello");
		assertThat(count("ai.tokens", "token_type", "output")).isEqualTo(2);
		assertThat(this.registry.find("ai.errors").counters()).isEmpty();
	}

	@Test
	void callMayEndOnAnotherThread() throws Exception {
		ModelCall call = this.calls.startAsync(ModelOperation.CHAT, "anthropic", "claude-sonnet-4-5");
		assertThat(Span.current().getSpanContext().isValid()).isFalse();
		Thread thread = new Thread(() -> call.answered(TokenUsage.of(1, 2)).close());
		thread.start();
		thread.join();
		assertThat(count("ai.requests", "provider", "anthropic")).isOne();
		assertThat(this.exporter.getFinishedSpanItems()).hasSize(1);
	}

	@Test
	void whatIsToldAfterTheEndIsIgnored() {
		ModelCall call = this.calls.start("openai", "gpt-4o");
		call.answered(TokenUsage.of(1, 1));
		call.close();
		call.failed(new IllegalStateException()).close();
		assertThat(count("ai.requests", "model", "gpt-4o")).isOne();
		assertThat(this.registry.find("ai.errors").counters()).isEmpty();
		assertThat(this.exporter.getFinishedSpanItems()).hasSize(1);
	}

	@Test
	void disabledCallsRunAndRecordNothing() throws Exception {
		String answer = ModelCalls.disabled().call(ModelOperation.CHAT, "openai", "gpt", (call) -> {
			call.answered(TokenUsage.of(1, 1));
			return "Hello";
		});
		assertThat(answer).isEqualTo("Hello");
	}

	private SpanData span() {
		assertThat(this.exporter.getFinishedSpanItems()).hasSize(1);
		return this.exporter.getFinishedSpanItems().get(0);
	}

	private double count(String name, String... tags) {
		return this.registry.get(name).tags(tags).counter().count();
	}

}
