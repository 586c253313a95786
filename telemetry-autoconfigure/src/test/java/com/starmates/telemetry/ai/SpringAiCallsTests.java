// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientBuilderCustomizer;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.document.MetadataMode;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.within;

/**
 * Calls of Spring AI's models, with its own client for OpenAI and a service that answers
 * as OpenAI does.
 */
class SpringAiCallsTests {

	private static final double CENT_OF_A_MICRO_DOLLAR = 1e-8;

	private static final Duration SLOW = Duration.ofMillis(100);

	private static ConfigurableApplicationContext context;

	private static OpenAiStub stub;

	/** What all tests before have counted. */
	private final Map<Meter.Id, Double> before = new HashMap<>();

	@BeforeAll
	static void start() throws IOException {
		stub = new OpenAiStub();
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("stub.url=" + stub.url(), "spring.application.name=ai-test", "spring.main.banner-mode=off",
					"telemetry.ai.monthly-budget=0.01", "telemetry.ai.prices[0].model=gpt-4o",
					"telemetry.ai.prices[0].input=2.5", "telemetry.ai.prices[0].output=10",
					"telemetry.ai.prices[0].cache-read=1.25", "telemetry.ai.prices[1].model=text-embedding-3-small",
					"telemetry.ai.prices[1].input=0.02", "management.tracing.sampling.probability=1")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
		stub.close();
	}

	@BeforeEach
	void forget() {
		stub.reset();
		spans();
		context.getBean(InMemorySpanExporter.class).reset();
		registry().forEachMeter((meter) -> this.before.put(meter.getId(), count(meter)));
	}

	@Test
	void chatIsCountedTimedAndPriced() {
		assertThat(client().prompt("Hi").call().content()).isEqualTo("Hello there");
		assertThat(count("ai.requests", "model", "gpt-4o", "provider", "openai")).isOne();
		assertThat(count("ai.request.duration", "model", "gpt-4o")).isOne();
		assertTokens(200, 300, 1_000);
		// (200 * 2.5 + 300 * 10 + 1000 * 1.25) / 10^6
		assertThat(count("ai.cost", "model", "gpt-4o")).isCloseTo(0.00475, within(CENT_OF_A_MICRO_DOLLAR));
		assertThat(count("ai.budget.used.ratio")).isCloseTo(0.475, within(1e-9));
		assertThat(count("ai.time.to.first.token")).isZero();
	}

	@Test
	void spanHasTheTypesOfTheConventions() {
		client().prompt("Hi").call().content();
		SpanData span = span("chat gpt-4o");
		assertThat(span.getAttributes().asMap())
			.containsAllEntriesOf(Map.of(AttributeKey.stringKey("gen_ai.provider.name"), "openai",
					AttributeKey.stringKey("gen_ai.response.model"), "gpt-4o-2024-08-06",
					AttributeKey.longKey("gen_ai.usage.input_tokens"), 1_200L,
					AttributeKey.longKey("gen_ai.usage.output_tokens"), 300L,
					AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens"), 1_000L,
					AttributeKey.doubleKey("gen_ai.request.temperature"), 0.5,
					AttributeKey.stringArrayKey("gen_ai.request.stop_sequences"), List.of("\"end\"", "stop"),
					AttributeKey.stringArrayKey("gen_ai.response.finish_reasons"), List.of("STOP"),
					AttributeKey.doubleKey("gen_ai.usage.cost.amount"), 0.00475,
					AttributeKey.stringKey("gen_ai.usage.cost.source"), "local"));
		assertThat(span.getAttributes().asMap().keySet().stream().map(AttributeKey::getKey)).doesNotHaveDuplicates();
		assertThat(span.toString()).doesNotContain("Hello there");
	}

	@Test
	void streamIsCountedTimedAndPriced() {
		StepVerifier.create(client().prompt("Hi").stream().content().collectList())
			.assertNext((parts) -> assertThat(String.join("", parts)).isEqualTo("Hello there, friend"))
			.verifyComplete();
		Awaitility.await().untilAsserted(() -> {
			assertTokens(200, 300, 1_000);
			assertThat(count("ai.cost", "model", "gpt-4o")).isCloseTo(0.00475, within(CENT_OF_A_MICRO_DOLLAR));
		});
		assertThat(count("ai.time.to.first.token", "model", "gpt-4o")).isOne();
		assertThat(count("ai.cost.unknown")).isZero();
	}

	@Test
	void streamThatIsCutOffCountsWhatWasUsed() {
		stub.streamStepwise();
		cut(client().prompt("Hi").stream().content());
		// "Hi" is one token, "Hello there" is two
		Awaitility.await().ignoreExceptions().untilAsserted(() -> {
			assertThat(count("ai.tokens", "token_type", "output")).isEqualTo(2);
			assertThat(count("ai.tokens", "token_type", "input")).isOne();
			// (1 * 2.5 + 2 * 10) / 10^6
			assertThat(count("ai.cost", "model", "gpt-4o")).isCloseTo(0.0000225, within(CENT_OF_A_MICRO_DOLLAR));
			assertThat(span("chat gpt-4o").getAttributes().get(AttributeKey.booleanKey("ai.usage.estimated"))).isTrue();
		});
	}

	@Test
	void streamThatIsReadSlowlyIsCountedWhenAllOfItIsRead() {
		StepVerifier
			.create(client().prompt("Hi").stream().content().concatMap((part) -> Mono.delay(SLOW).thenReturn(part), 1))
			.expectNextCount(3)
			.verifyComplete();
		Awaitility.await().untilAsserted(() -> {
			assertTokens(200, 300, 1_000);
			assertThat(count("ai.cost", "model", "gpt-4o")).isCloseTo(0.00475, within(CENT_OF_A_MICRO_DOLLAR));
		});
	}

	@Test
	void streamThatIsRefusedCostsNothing() {
		stub.fail(401);
		StepVerifier.create(client().prompt("Hi").stream().content()).verifyError();
		Awaitility.await()
			.untilAsserted(() -> assertThat(count("ai.errors", "error_type", "UnauthorizedException")).isOne());
		assertThat(count("ai.tokens")).isZero();
		assertThat(count("ai.cost")).isZero();
	}

	@Test
	void callIsNotHarmedByWhatFailsInRecordingIt() {
		context.getBean(BrokenCost.class).broken = true;
		try {
			assertThat(client().prompt("Hi").call().content()).isEqualTo("Hello there");
		}
		finally {
			context.getBean(BrokenCost.class).broken = false;
		}
		assertThat(count("ai.requests", "model", "gpt-4o")).isOne();
		assertThat(span("chat gpt-4o").hasEnded()).isTrue();
	}

	@Test
	void streamOfTheModelItselfCanBeFollowed() {
		stub.streamStepwise();
		Flux<ChatResponse> answer = context.getBean(OpenAiChatModel.class).stream(new Prompt("Hi"));
		cut(StreamedAnswers.follow(answer));
		Awaitility.await().untilAsserted(() -> assertThat(count("ai.tokens", "token_type", "output")).isEqualTo(2));
	}

	@Test
	void callBeforeAStreamIsCountedForItself() {
		stub.streamStepwise();
		OpenAiChatModel model = context.getBean(OpenAiChatModel.class);
		cut(StreamedAnswers.follow(Flux.defer(() -> {
			model.call(new Prompt("Which model?"));
			return model.stream(new Prompt("Hi"));
		})));
		// 300 of the call, and two of "Hello there"
		Awaitility.await().untilAsserted(() -> assertThat(count("ai.tokens", "token_type", "output")).isEqualTo(302));
		assertThat(count("ai.tokens", "token_type", "cache_read")).isEqualTo(1_000);
	}

	@Test
	void streamLeavesNoTraceOfItsOwn() {
		String traceId;
		Span request = context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("request").startSpan();
		try (Scope scope = request.makeCurrent()) {
			traceId = request.getSpanContext().getTraceId();
			client().prompt("Hi").stream().content().collectList().block();
		}
		request.end();
		Awaitility.await().until(() -> count("ai.requests", "model", "gpt-4o") == 1);
		assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(traceId);
		assertThat(stub.traceParents()).allSatisfy((sent) -> assertThat(sent).matches("null|00-" + traceId + "-.*"));
	}

	@Test
	void streamHasNoSpanOfWhatFollowsIt() {
		client().prompt("Hi").stream().content().collectList().block();
		Awaitility.await().until(() -> count("ai.requests", "model", "gpt-4o") == 1);
		assertThat(spans()).extracting(SpanData::getName).contains("stream", "chat gpt-4o").doesNotContain("telemetry");
		assertThat(span("chat gpt-4o").getParentSpanId()).isEqualTo(span("stream").getSpanId());
		assertThat(spans()).filteredOn((span) -> spans().stream().noneMatch((other) -> isParent(other, span)))
			.extracting(SpanData::getName)
			.containsExactly("spring_ai chat_client");
	}

	@Test
	void requestOfACallIsItsChild() {
		client().prompt("Hi").call().content();
		assertThat(stub.traceParents()).singleElement()
			.satisfies((sent) -> assertThat(sent).contains(span("chat gpt-4o").getTraceId()));
	}

	@Test
	void embeddingIsCountedAndPriced() {
		assertThat(context.getBean(OpenAiEmbeddingModel.class).embed("text")).containsExactly(0.5f, 0.25f);
		assertThat(count("ai.tokens", "model", "text-embedding-3-small", "token_type", "input")).isEqualTo(8);
		// 8 * 0.02 / 10^6
		assertThat(count("ai.cost", "model", "text-embedding-3-small")).isCloseTo(0.00000016, within(1e-12));
	}

	@Test
	void providersOwnCostIsPreferred() {
		stub.tell(
				"\"usage\": {\"prompt_tokens\": 10, \"completion_tokens\": 2, \"total_tokens\": 12, \"cost\": 0.0123}");
		client().prompt("Hi").call().content();
		assertThat(count("ai.cost", "model", "gpt-4o")).isCloseTo(0.0123, within(CENT_OF_A_MICRO_DOLLAR));
		assertThat(span("chat gpt-4o").getAttributes().get(AttributeKey.stringKey("gen_ai.usage.cost.source")))
			.isEqualTo("provider");
	}

	@Test
	void answerWithoutUsageHasAnUnknownCost() {
		stub.tell("\"usage\": null");
		client().prompt("Hi").call().content();
		assertThat(count("ai.cost.unknown", "model", "gpt-4o")).isOne();
		assertThat(count("ai.cost")).isZero();
	}

	@Test
	void failureIsCountedByCategory() {
		stub.fail(429);
		assertThatException().isThrownBy(() -> client().prompt("Hi").call().content());
		assertThat(count("ai.errors", "model", "gpt-4o", "error_type", "RateLimitException")).isOne();
		assertThat(count("ai.cost.unknown")).isZero();
		SpanData span = span("chat gpt-4o");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	/** A series shows an exemplar for a while: this one is new. */
	@Test
	void exemplarsNameTheCallsTrace() {
		client().prompt("Hi").options(OpenAiChatOptions.builder().model("gpt-4o-new")).call().content();
		String scrape = context.getBean(PrometheusMeterRegistry.class)
			.scrape("application/openmetrics-text; version=1.0.0; charset=utf-8");
		String traceId = span("chat gpt-4o-new").getTraceId();
		assertThat(scrape.lines()).anySatisfy((line) -> assertThat(line).startsWith("ai_requests_total{")
			.contains("model=\"gpt-4o-new\"", "trace_id=\"" + traceId + "\""));
	}

	/**
	 * OpenAI's client does not come back from being cancelled before there is something
	 * to read.
	 */
	private static void cut(Flux<?> answer) {
		answer.doOnCancel(stub::goOn).take(2).blockLast();
	}

	private static ChatClient client() {
		ChatClient.Builder builder = ChatClient.builder(context.getBean(OpenAiChatModel.class),
				context.getBean(ObservationRegistry.class), null, null);
		context.getBeanProvider(ChatClientBuilderCustomizer.class)
			.forEach((customizer) -> customizer.customize(builder));
		return builder.build();
	}

	private void assertTokens(double input, double output, double cacheRead) {
		assertThat(count("ai.tokens", "model", "gpt-4o", "token_type", "input")).isEqualTo(input);
		assertThat(count("ai.tokens", "model", "gpt-4o", "token_type", "output")).isEqualTo(output);
		assertThat(count("ai.tokens", "model", "gpt-4o", "token_type", "cache_read")).isEqualTo(cacheRead);
	}

	/** Return what this test has counted. */
	private double count(String name, String... tags) {
		return registry().find(name)
			.tags(tags)
			.meters()
			.stream()
			.mapToDouble((meter) -> count(meter) - this.before.getOrDefault(meter.getId(), 0.0))
			.sum();
	}

	private static double count(Meter meter) {
		return (meter instanceof Timer timer) ? timer.count() : meter.measure().iterator().next().getValue();
	}

	private static MeterRegistry registry() {
		return context.getBean(MeterRegistry.class);
	}

	private static boolean isParent(SpanData parent, SpanData child) {
		return parent.getSpanId().equals(child.getParentSpanId());
	}

	private static SpanData span(String name) {
		return spans().stream().filter((span) -> span.getName().equals(name)).findFirst().orElseThrow();
	}

	private static List<SpanData> spans() {
		context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
		return context.getBean(InMemorySpanExporter.class).getFinishedSpanItems();
	}

	/** A cost reader of the application's that fails, if asked to. */
	static class BrokenCost implements ProviderCost {

		private volatile boolean broken;

		@Override
		public Double of(Object nativeUsage) {
			if (this.broken) {
				throw new IllegalStateException("Broken");
			}
			return null;
		}

	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		InMemorySpanExporter spans() {
			return InMemorySpanExporter.create();
		}

		@Bean
		BrokenCost brokenCost() {
			return new BrokenCost();
		}

		@Bean
		OpenAiChatModel chatModel(@Value("${stub.url}") String url, ObservationRegistry observations) {
			return OpenAiChatModel.builder()
				.options(OpenAiChatOptions.builder()
					.baseUrl(url)
					.apiKey("none")
					.maxRetries(0)
					.model("gpt-4o")
					.temperature(0.5)
					.stop(List.of("\"end\"", "stop"))
					.streamUsage(true)
					.build())
				.observationRegistry(observations)
				.build();
		}

		@Bean
		OpenAiEmbeddingModel embeddingModel(@Value("${stub.url}") String url, ObservationRegistry observations) {
			return OpenAiEmbeddingModel.builder()
				.metadataMode(MetadataMode.EMBED)
				.options(OpenAiEmbeddingOptions.builder()
					.baseUrl(url)
					.apiKey("none")
					.model("text-embedding-3-small")
					.build())
				.observationRegistry(observations)
				.build();
		}

	}

}
