// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.starmates.telemetry.test.OtlpReceiver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Starts services that are set up right but for one thing, and asks their doctor.
 */
abstract class AbstractDoctorTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<AutoCloseable> open = new ArrayList<>();

	private OtlpReceiver receiver;

	private ConfigurableApplicationContext context;

	/** Boot keeps the format in a system property, from one application to the next. */
	@BeforeEach
	void prepare() throws IOException {
		System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
		this.receiver = new OtlpReceiver(null);
		this.open.add(this.receiver);
	}

	@AfterEach
	void close() throws Exception {
		if (this.context != null) {
			this.context.close();
		}
		for (AutoCloseable resource : this.open) {
			resource.close();
		}
	}

	final OtlpReceiver receiver() {
		return this.receiver;
	}

	final ConfigurableApplicationContext context() {
		return this.context;
	}

	/** Start a service with traces, logs and meters exported, but for what is changed. */
	final void start(String... properties) {
		start(new SpringApplicationBuilder(Service.class), properties);
	}

	final void start(SpringApplicationBuilder application, String... properties) {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("server.port", "0");
		all.put("spring.application.name", "orders");
		all.put("management.endpoints.web.exposure.include", "prometheus,telemetry,health");
		all.put("management.opentelemetry.tracing.export.otlp.endpoint", this.receiver.url().toString());
		all.put("management.opentelemetry.logging.export.otlp.endpoint", this.receiver.url().toString());
		all.put("management.otlp.metrics.export.url", this.receiver.url().toString());
		for (String property : properties) {
			all.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
		}
		this.context = application.registerShutdownHook(false)
			.run(all.entrySet()
				.stream()
				.map((argument) -> "--" + argument.getKey() + "=" + argument.getValue())
				.toArray(String[]::new));
	}

	/** Wait until the doctor has said at start-up what there was to say. */
	static void awaitAnnouncement() {
		Awaitility.await()
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.map(Thread::getName)
				.noneMatch(DoctorAnnouncement.THREAD::equals));
	}

	/** Return the ids of what the endpoint finds. */
	final List<String> found() throws Exception {
		List<String> ids = new ArrayList<>();
		diagnosis().path("findings").forEach((finding) -> ids.add(finding.path("id").asString()));
		return ids;
	}

	final String message(String id) throws Exception {
		for (JsonNode finding : diagnosis().path("findings")) {
			if (id.equals(finding.path("id").asString())) {
				return finding.path("message").asString();
			}
		}
		throw new AssertionError("Not found: " + id);
	}

	final JsonNode diagnosis() throws Exception {
		return JsonMapper.shared().readTree(get("server", "/actuator/telemetry").body());
	}

	/** Get something from the port of the server or of its management. */
	final HttpResponse<String> get(String server, String path) throws Exception {
		String port = this.context.getEnvironment().getRequiredProperty("local." + server + ".port");
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
			ServletWebSecurityAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
			UserDetailsServiceAutoConfiguration.class })
	@RestController
	static class Service {

		@Bean
		TomcatServletWebServerFactory webServer() {
			return new TomcatServletWebServerFactory();
		}

		@GetMapping("/one")
		String one() {
			return "one";
		}

		@GetMapping("/two")
		String two() {
			return "two";
		}

	}

}
