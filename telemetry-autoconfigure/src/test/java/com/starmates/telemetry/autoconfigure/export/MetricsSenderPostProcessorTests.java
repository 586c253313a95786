// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.WatchedMetricsSender;
import com.starmates.telemetry.test.OtlpReceiver;
import com.starmates.telemetry.test.OtlpReceiver.Received;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MetricsSenderPostProcessor}, in Boot's chain. What is sent tells who
 * sends it: the JDK's HTTP client would like to speak HTTP/2, and accepts nothing.
 */
class MetricsSenderPostProcessorTests {

	private static final String PREFIX = "management.otlp.metrics.export.";

	private OtlpReceiver receiver;

	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void start() throws IOException {
		this.receiver = new OtlpReceiver(null);
		this.contextRunner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class, SslAutoConfiguration.class,
					MetricsAutoConfiguration.class, OtlpMetricsExportAutoConfiguration.class))
			.withPropertyValues(PREFIX + "step=1h", PREFIX + "url=" + this.receiver.url());
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void takesThePlaceOfBoots() {
		this.contextRunner.withPropertyValues(PREFIX + "headers.Authorization=Basic abc").run((context) -> {
			Received request = pushed(context);
			assertThat(request.path()).isEqualTo("/v1/traces");
			assertThat(request.headers()).containsEntry("Authorization", List.of("Basic abc"))
				.containsEntry("Content-type", List.of("application/x-protobuf"))
				.containsEntry("Accept", List.of("*/*"))
				.doesNotContainKey("Upgrade");
			assertThat(request.headers().getFirst("User-Agent")).startsWith("Micrometer-OTLP-Exporter-Java/");
			assertThat(ExportMetricsServiceRequest.parseFrom(request.content()).toString()).contains("a.counter");
		});
	}

	@Test
	void compresses() {
		this.contextRunner.withPropertyValues(PREFIX + "compression-mode=gzip")
			.run((context) -> assertThat(pushed(context).headers()).containsEntry("Content-encoding", List.of("gzip")));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void saysWhatTheReceiverSays(CapturedOutput output) {
		this.receiver.answering(400);
		this.contextRunner.run((context) -> {
			pushed(context);
			assertThat(output)
				.containsOnlyOnce("Telemetry cannot be exported: Server responded with HTTP status code 400 and body "
						+ "<no response body> (metrics).");
		});
	}

	@Test
	void leavesSslBundlesToBoot(@TempDir Path directory) throws Exception {
		TestCertificate certificate = TestCertificate.in(directory);
		try (OtlpReceiver secure = new OtlpReceiver(certificate.context())) {
			this.contextRunner
				.withPropertyValues(PREFIX + "url=" + secure.url(), PREFIX + "ssl.bundle=mine",
						"spring.ssl.bundle.jks.mine.truststore.location=" + certificate.store().toUri(),
						"spring.ssl.bundle.jks.mine.truststore.password=" + TestCertificate.PASSWORD)
				.run((context) -> {
					push(context);
					assertThat(secure.received()).singleElement()
						.satisfies((request) -> assertThat(request.headers()).doesNotContainKey("Accept"));
				});
		}
	}

	@Test
	void leavesHeadersThatItCannotSendToBoot() {
		this.contextRunner.withPropertyValues(PREFIX + "headers.Origin=https://example.com")
			.run((context) -> assertThat(pushed(context).headers())
				.containsEntry("Origin", List.of("https://example.com"))
				.doesNotContainKey("Accept"));
	}

	@Test
	void leavesASenderOfTheUsersAlone() {
		OtlpMetricsSender mine = (request) -> {
		};
		this.contextRunner.withBean("otlpMetricsSender", OtlpMetricsSender.class, () -> mine)
			.run((context) -> assertThat(context.getBean(OtlpMetricsSender.class)).isSameAs(mine));
	}

	@Test
	void leavesBootsAloneWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.export.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(ExportWatch.class);
			assertThat(pushed(context).headers()).doesNotContainKey("Accept");
		});
	}

	@Test
	void staysUnderWatch() {
		this.contextRunner.run((context) -> assertThat(context.getBean(OtlpMetricsSender.class))
			.isInstanceOf(WatchedMetricsSender.class));
	}

	private Received pushed(AssertableApplicationContext context) {
		push(context);
		assertThat(this.receiver.received()).hasSize(1);
		return this.receiver.received().get(0);
	}

	/** A registry pushes at its end. */
	private static void push(AssertableApplicationContext context) {
		OtlpMeterRegistry registry = context.getBean(OtlpMeterRegistry.class);
		registry.counter("a.counter").increment();
		registry.close();
	}

}
