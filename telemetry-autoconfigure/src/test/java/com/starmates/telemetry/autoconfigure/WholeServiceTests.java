// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.starmates.telemetry.ai.ModelCalls;
import com.starmates.telemetry.business.BusinessOperations;
import com.starmates.telemetry.business.UsageMeters;
import com.starmates.telemetry.messaging.EventBusMeters;
import com.starmates.telemetry.messaging.ObservedNats;
import com.starmates.telemetry.test.DeafPort;
import com.starmates.telemetry.test.LogLines;
import com.starmates.telemetry.tracking.TrackingId;
import jakarta.servlet.http.HttpServletRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service with everything on its class path, as its users see it.
 */
@ExtendWith(OutputCaptureExtension.class)
class WholeServiceTests {

	private static final Pattern EXEMPLAR = Pattern.compile(
			"request_count_total\\{.*endpoint=\"/id\".*} \\d.* # \\{span_id=\"(\\w{16})\",trace_id=\"(\\w{32})\"}.*");

	private final HttpClient client = HttpClient.newHttpClient();

	private ConfigurableApplicationContext context;

	private int port;

	/** Boot keeps the format in a system property, from one application to the next. */
	@BeforeEach
	void forgetTheFormat() {
		System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
	}

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Test
	void everyLineIsJsonWithTheFiveKeysFirst(CapturedOutput output) throws Exception {
		start();
		get("/id");
		get("/fails");
		this.context.close();
		List<JsonNode> lines = LogLines.parse(output.getOut());
		assertThat(lines).hasSizeGreaterThan(5)
			.allSatisfy((line) -> assertThat(line.propertyNames()).startsWith("@timestamp", "@level", "@message",
					"service", "tracking_id"));
		assertThat(output.getErr()).isEmpty();
	}

	@Test
	void scrapeHasMetersWithExemplars() throws Exception {
		start();
		String id = get("/id").body();
		Matcher exemplar = Awaitility.await().until(() -> {
			get("/id");
			return EXEMPLAR.matcher(scrape());
		}, Matcher::find);
		assertThat(exemplar.group(2)).hasSameSizeAs(id);
		assertThat(scrape()).contains(
				"request_duration_seconds_bucket{endpoint=\"/id\",environment=\"staging\",method=\"GET\","
						+ "project=\"whole\",service=\"whole\",service_name=\"whole\",le=\"0.005\"}",
				"active_requests{endpoint=\"unresolved\",environment=\"staging\",project=\"whole\",service=\"whole\","
						+ "service_name=\"whole\"} 0.0");
	}

	@Test
	void histogramHasTheBucketsOfTheContract() throws Exception {
		start();
		get("/id");
		List<String> bounds = new ArrayList<>();
		Matcher bucket = Pattern.compile("request_duration_seconds_bucket\\{endpoint=\"/id\".*le=\"([^\"]+)\"")
			.matcher(scrapeWith("request_duration_seconds_bucket{endpoint=\"/id\""));
		while (bucket.find()) {
			bounds.add(bucket.group(1));
		}
		assertThat(bounds).containsExactly("0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.0", "2.5",
				"5.0", "10.0", "+Inf");
	}

	@Test
	void unsampledRequestsHaveAnIdButNoExemplar() throws Exception {
		start("management.opentelemetry.tracing.sampler=always-off");
		HttpResponse<String> response = get("/id");
		assertThat(response.headers().firstValue("X-Tracking-ID")).contains(response.body());
		assertThat(scrapeWith("request_count_total")).doesNotContain("trace_id=");
	}

	@Test
	void disabledSdkStillHasIdsMarkedUnsampled(CapturedOutput output) throws Exception {
		start("management.opentelemetry.enabled=false");
		HttpResponse<String> response = get("/calls-itself");
		String id = response.headers().firstValue("X-Tracking-ID").orElseThrow();
		assertThat(response.body()).matches("00-" + id + "-\\w{16}-0[02]");
		assertThat(scrapeWith("request_count_total")).doesNotContain("trace_id=");
		Awaitility.await().until(() -> output.getOut().contains("GET /calls-itself - 200"));
		assertThat(LogLines.parse(output.getOut()))
			.filteredOn((line) -> "GET /calls-itself - 200".equals(line.path("@message").asString()))
			.singleElement()
			.satisfies((line) -> assertThat(line.path("tracking_id").asString()).isEqualTo(id));
	}

	@Test
	void outgoingCallsCarryTheTrace() throws Exception {
		start();
		HttpResponse<String> response = get("/calls-itself");
		assertThat(response.body())
			.startsWith("00-" + response.headers().firstValue("X-Tracking-ID").orElseThrow() + "-");
	}

	@Test
	void switchedOffLeavesNothingOfOurs(CapturedOutput output) throws Exception {
		start("telemetry.enabled=false");
		assertThat(get("/id").headers().firstValue("X-Tracking-ID")).isEmpty();
		assertThat(scrape()).doesNotContain("request_count_total", "environment=")
			.contains("http_server_requests_seconds_count");
		assertThat(output.getOut()).contains(":: Spring Boot ::").doesNotContain("\"@message\"");
		assertThat(this.context.getBeansOfType(Object.class).values()).map((bean) -> bean.getClass().getName())
			.filteredOn((name) -> name.startsWith("com.starmates.telemetry"))
			.filteredOn((name) -> !name.startsWith("com.starmates.telemetry.autoconfigure."))
			.as("what applications call: it does nothing")
			.containsExactlyInAnyOrder(ModelCalls.class.getName(), BusinessOperations.class.getName(),
					UsageMeters.class.getName(), EventBusMeters.class.getName(), ObservedNats.class.getName());
	}

	@Test
	void saysOnceThatTheEnvironmentIsUnusual(CapturedOutput output) {
		start("ENVIRONMENT=prd");
		assertThat(LogLines.parse(output.getOut())).filteredOn((line) -> "WARN".equals(line.path("@level").asString()))
			.singleElement()
			.satisfies((line) -> assertThat(line.path("@message").asString()).startsWith("Environment 'prd' is none"))
			.satisfies((line) -> assertThat(line.path("environment").asString()).isEqualTo("prd"));
	}

	@Test
	void saysNothingOfExportWithoutAnEndpoint(CapturedOutput output) throws Exception {
		start();
		get("/id");
		this.context.close();
		assertThat(LogLines.parse(output.getOut()))
			.noneSatisfy((line) -> assertThat(line.path("@level").asString()).isIn("WARN", "ERROR"));
	}

	@Test
	void countsTheBytesOfItsLines(CapturedOutput output) throws Exception {
		start();
		get("/id");
		Awaitility.await().untilAsserted(() -> {
			Matcher counter = Pattern.compile("(?m)^telemetry_log_bytes_total\\{.*} (.*)$").matcher(scrape());
			assertThat(counter.find()).isTrue();
			assertThat(Double.parseDouble(counter.group(1)))
				.isEqualTo(output.getOut().getBytes(StandardCharsets.UTF_8).length)
				.isGreaterThan(1000);
		});
	}

	@Test
	void saysOnceThatNobodyListens(CapturedOutput output) throws Exception {
		try (DeafPort port = new DeafPort()) {
			String endpoint = "http://127.0.0.1:" + port.number();
			start("management.opentelemetry.tracing.export.otlp.endpoint=" + endpoint + "/v1/traces",
					"management.otlp.metrics.export.url=" + endpoint + "/v1/metrics",
					"management.otlp.metrics.export.step=200ms",
					"management.opentelemetry.tracing.export.schedule-delay=50ms");
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
				assertThat(get("/id").statusCode()).isEqualTo(200);
				return output.getOut().contains("Telemetry cannot be exported");
			});
			get("/id");
			this.context.close();
		}
		assertThat(LogLines.parse(output.getOut()))
			.filteredOn((line) -> List.of("WARN", "ERROR").contains(line.path("@level").asString()))
			.singleElement()
			.satisfies((line) -> assertThat(line.path("@message").asString())
				.startsWith("Telemetry cannot be exported: "));
		assertThat(output.getErr()).isEmpty();
	}

	private void start(String... properties) {
		Map<String, String> arguments = new LinkedHashMap<>(Map.of("server.port", "0", "spring.application.name",
				"whole", "ENVIRONMENT", "staging", "management.endpoints.web.exposure.include", "*"));
		for (String property : properties) {
			arguments.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
		}
		this.context = new SpringApplicationBuilder(Service.class).registerShutdownHook(false)
			.run(arguments.entrySet()
				.stream()
				.map((argument) -> "--" + argument.getKey() + "=" + argument.getValue())
				.toArray(String[]::new));
		this.port = Integer.parseInt(this.context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	/** An exchange is counted after its answer has left. */
	private String scrapeWith(String content) {
		return Awaitility.await().until(this::scrape, (scrape) -> scrape.contains(content));
	}

	private String scrape() throws Exception {
		return get("/actuator/prometheus", "Accept", "application/openmetrics-text").body();
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
			ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
			UserDetailsServiceAutoConfiguration.class })
	@Import(TomcatServletWebServerFactory.class)
	@RestController
	static class Service {

		private final RestClient restClient;

		Service(RestClient.Builder builder) {
			this.restClient = builder.build();
		}

		@GetMapping("/id")
		String id() {
			return String.valueOf(TrackingId.current());
		}

		@GetMapping("/fails")
		String fails() {
			throw new IllegalStateException("wanted");
		}

		@GetMapping("/calls-itself")
		String callsItself(HttpServletRequest request) {
			return this.restClient.get()
				.uri("http://localhost:{port}/traceparent", request.getLocalPort())
				.retrieve()
				.body(String.class);
		}

		@GetMapping("/traceparent")
		String traceparent(@RequestHeader Map<String, String> headers) {
			return String.valueOf(headers.get("traceparent"));
		}

	}

}
