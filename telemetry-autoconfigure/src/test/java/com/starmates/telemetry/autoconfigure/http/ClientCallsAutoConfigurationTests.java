// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.starmates.telemetry.test.DeafPort;
import com.starmates.telemetry.test.EchoServer;
import com.starmates.telemetry.test.Proves;
import com.sun.net.httpserver.Headers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link ClientCallsAutoConfiguration}, with real clients and a real server.
 */
@Proves(roads = HttpClientKind.class, to = "another service",
		seen = "the trace in `traceparent`, with the client's span as parent")
class ClientCallsAutoConfigurationTests {

	private static final InMemorySpanExporter exporter = InMemorySpanExporter.create();

	/** To start takes longer than to call; by what is configured. */
	private static final Map<String, ConfigurableApplicationContext> contexts = new HashMap<>();

	private EchoServer server;

	private ConfigurableApplicationContext context;

	@BeforeEach
	void setUp() throws Exception {
		this.server = new EchoServer();
	}

	@AfterEach
	void tearDown() {
		this.server.close();
		exporter.reset();
	}

	@AfterAll
	static void end() {
		contexts.values().forEach(ConfigurableApplicationContext::close);
		contexts.clear();
	}

	private void start(String property) {
		this.context = contexts.computeIfAbsent(property,
				(key) -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
					.initializers((beans) -> beans.getBeanFactory().registerSingleton("exporter", exporter))
					.properties("management.tracing.sampling.probability=1", "telemetry.logging.format=text", key)
					.run());
	}

	/** Call inside of a span, and return the client span of the call. */
	private SpanData call(Runnable call) {
		Span outer = this.context.getBean(SdkTracerProvider.class).get("test").spanBuilder("outer").startSpan();
		try (Scope scope = outer.makeCurrent()) {
			call.run();
		}
		finally {
			outer.end();
		}
		SpanData client = Awaitility.await().until(() -> client(outer), Objects::nonNull);
		assertThat(client.getParentSpanContext().getSpanId()).isEqualTo(outer.getSpanContext().getSpanId());
		return client;
	}

	/**
	 * Reactive clients end their span after the answer has been given to whoever waits.
	 */
	private static @Nullable SpanData client(Span outer) {
		return exporter.getFinishedSpanItems()
			.stream()
			.filter((span) -> span.getKind() == SpanKind.CLIENT)
			.filter((span) -> span.getTraceId().equals(outer.getSpanContext().getTraceId()))
			.findFirst()
			.orElse(null);
	}

	@ParameterizedTest
	@EnumSource
	void callIsASpanByTheStableConventions(HttpClientKind kind) {
		start("telemetry.http.enabled=true");
		SpanData span = call(() -> kind.get(this.context, this.server.url(), 204));
		assertThat(span.getName()).isEqualTo("GET /things/{status}");
		assertThat(attributes(span)).containsExactlyInAnyOrderEntriesOf(Map.of("http.request.method", "GET", "url.full",
				this.server.url() + "/things/204", "url.template", "/things/{status}", "server.address", "127.0.0.1",
				"server.port", (long) this.server.port(), "http.response.status_code", 204L));
		assertThat(span.getStatus().getStatusCode()).isNotEqualTo(StatusCode.ERROR);
		assertTold(this.server.headers(), span.getSpanContext());
		Timer timer = this.context.getBean(MeterRegistry.class)
			.get("http.client.requests")
			.tag("status", "204")
			.timer();
		assertThat(timer.getId().getTag("uri")).isEqualTo("/things/{status}");
	}

	private static void assertTold(Headers headers, SpanContext span) {
		assertThat(headers.get("traceparent"))
			.containsExactly("00-" + span.getTraceId() + '-' + span.getSpanId() + '-' + span.getTraceFlags().asHex());
	}

	@ParameterizedTest
	@EnumSource
	void answerThatIsAnErrorFailsTheSpan(HttpClientKind kind) {
		start("telemetry.http.enabled=true");
		SpanData span = call(
				() -> assertThatException().isThrownBy(() -> kind.get(this.context, this.server.url(), 503)));
		assertThat(attributes(span)).containsEntry("http.response.status_code", 503L)
			.containsEntry("error.type", "503");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
	}

	@ParameterizedTest
	@EnumSource
	void callThatFindsNobodyFailsTheSpan(HttpClientKind kind) throws Exception {
		start("telemetry.http.enabled=true");
		try (DeafPort nobody = new DeafPort()) {
			SpanData span = call(() -> assertThatException()
				.isThrownBy(() -> kind.get(this.context, "http://127.0.0.1:" + nobody.number(), 204)));
			assertThat(attributes(span)).doesNotContainKey("http.response.status_code")
				.hasEntrySatisfying("error.type", (type) -> assertThat(type.toString()).endsWith("Exception"));
			assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		}
	}

	@ParameterizedTest
	@EnumSource
	void onlyHostsThatMayKnowAreTold(HttpClientKind kind) {
		start("telemetry.tracking.outbound.hosts=*.internal,LOCALHOST");
		SpanData told = call(() -> kind.get(this.context, "http://localhost:" + this.server.port(), 204));
		assertTold(this.server.headers(), told.getSpanContext());
		SpanData span = call(() -> kind.get(this.context, this.server.url(), 204));
		assertThat(span.getName()).isEqualTo("GET /things/{status}");
		assertThat(this.server.headers().keySet()).doesNotContain("Traceparent", "Tracestate", "Baggage");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/204?api_key=abc&q=1 | /204?api_key=REDACTED&q=1", "/204#part | /204" })
	void addressHasNoSecrets(String uri, String shown) {
		start("telemetry.http.enabled=true");
		SpanData span = call(() -> this.context.getBean(RestClient.Builder.class)
			.build()
			.get()
			.uri(URI.create(this.server.url() + uri))
			.retrieve()
			.toBodilessEntity());
		assertThat(attributes(span)).containsEntry("url.full", this.server.url() + shown);
		assertThat(span.getName()).isEqualTo("GET");
	}

	@Test
	void spansOfBootAreLeftAloneWhenDisabled() {
		start("telemetry.http.enabled=false");
		SpanData span = call(() -> HttpClientKind.REST_CLIENT_JDK.get(this.context, this.server.url(), 204));
		assertThat(span.getName()).isEqualTo("http get");
	}

	private static Map<String, Object> attributes(SpanData span) {
		return span.getAttributes()
			.asMap()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().getKey(), Map.Entry::getValue));
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		SimpleSpanProcessor atOnce(InMemorySpanExporter exporter) {
			return (SimpleSpanProcessor) SimpleSpanProcessor.create(exporter);
		}

	}

}
