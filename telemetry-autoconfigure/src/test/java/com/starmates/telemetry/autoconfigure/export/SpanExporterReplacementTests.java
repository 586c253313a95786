// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import com.starmates.telemetry.export.OtlpSpanExporter;
import com.starmates.telemetry.test.OtlpReceiver;
import com.starmates.telemetry.test.OtlpReceiver.Received;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpHttpSpanExporterBuilderCustomizer;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanExporterReplacement}, in Boot's chain.
 */
class SpanExporterReplacementTests {

	private static final String BOOTS = "otlpHttpSpanExporter";

	private static final String PREFIX = "management.opentelemetry.tracing.export.otlp.";

	private OtlpReceiver receiver;

	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void start() throws IOException {
		this.receiver = new OtlpReceiver(null);
		this.contextRunner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class, SslAutoConfiguration.class,
					OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
					OtlpTracingAutoConfiguration.class))
			.withPropertyValues("management.tracing.sampling.probability=1",
					PREFIX + "endpoint=" + this.receiver.url());
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void takesThePlaceOfBoots() {
		this.contextRunner.run((context) -> {
			assertThat(exporters(context)).containsExactly(ours(context).toString());
			assertThat(ours(context).toString())
				.isEqualTo("OtlpSpanExporter{url=" + this.receiver.url() + ", gzip=false, timeout=PT10S}");
			assertThat(context.getBeanFactory().containsSingleton(BOOTS)).isFalse();
			assertThat(sent(context).spans()).containsExactly("sent");
		});
	}

	@Test
	void closesWithTheApplication() {
		this.contextRunner.run((context) -> {
			OtlpSpanExporter exporter = ours(context);
			assertThat(exporter.export(List.of()).isSuccess()).isTrue();
			context.close();
			assertThat(exporter.export(List.of()).isSuccess()).isFalse();
		});
	}

	@Test
	void followsBootsProperties() {
		this.contextRunner
			.withPropertyValues(PREFIX + "headers.Authorization=Basic abc", PREFIX + "compression=gzip",
					PREFIX + "timeout=3s")
			.run((context) -> {
				assertThat(exporters(context))
					.containsExactly("OtlpSpanExporter{url=" + this.receiver.url() + ", gzip=true, timeout=PT3S}");
				Received request = sent(context);
				assertThat(request.headers()).containsEntry("Authorization", List.of("Basic abc"))
					.containsEntry("Content-encoding", List.of("gzip"));
				assertThat(request.spans()).containsExactly("sent");
			});
	}

	@Test
	void followsConnectionDetails() {
		this.contextRunner
			.withBean(OtlpTracingConnectionDetails.class, () -> (transport) -> this.receiver.url() + "?" + transport)
			.run((context) -> assertThat(sent(context).path()).isEqualTo("/v1/traces?HTTP"));
	}

	@Test
	void usesTheSslBundle(@TempDir Path directory) throws Exception {
		TestCertificate certificate = TestCertificate.in(directory);
		try (OtlpReceiver secure = new OtlpReceiver(certificate.context())) {
			this.contextRunner
				.withPropertyValues(PREFIX + "endpoint=" + secure.url(), PREFIX + "ssl.bundle=mine",
						"spring.ssl.bundle.jks.mine.truststore.location=" + certificate.store().toUri(),
						"spring.ssl.bundle.jks.mine.truststore.password=" + TestCertificate.PASSWORD)
				.run((context) -> {
					assertThat(context).hasBean(SpanExporterReplacement.OURS);
					send(context, "one");
					send(context, "two");
					awaitFlush(context, () -> secure.received().size() == 2);
					assertThat(secure.received()).hasSize(2)
						.extracting(Received::port)
						.containsOnly(secure.received().get(0).port());
				});
		}
	}

	@Test
	void trustsNobodyWithoutABundle(@TempDir Path directory) throws Exception {
		try (OtlpReceiver secure = new OtlpReceiver(TestCertificate.in(directory).context())) {
			this.contextRunner.withPropertyValues(PREFIX + "endpoint=" + secure.url()).run((context) -> {
				assertThat(ours(context).export(List.of()).getFailureThrowable())
					.hasMessageContaining("unable to find valid certification path");
				assertThat(secure.received()).isEmpty();
			});
		}
	}

	@Test
	void leavesOtherExportersBesideIt() {
		InMemorySpanExporter mine = InMemorySpanExporter.create();
		this.contextRunner.withBean("mine", SpanExporter.class, () -> mine).run((context) -> {
			assertThat(exporters(context)).containsExactly(mine.toString(), ours(context).toString());
			sent(context);
			assertThat(mine.getFinishedSpanItems()).hasSize(1);
		});
	}

	@Test
	void leavesExportersOfBootsClassBesideIt() {
		this.contextRunner.withUserConfiguration(Others.class).run((context) -> {
			assertThat(exporters(context)).containsExactly(context.getBean("second").toString(),
					context.getBean("first").toString(), ours(context).toString());
			assertThat(context.getBeanFactory().containsSingleton(BOOTS)).isFalse();
		});
	}

	/** Its definition names neither a configuration nor a method. */
	@Test
	void sendsNothingTwiceWhereBootsIsNotRecognized() {
		OtlpHttpSpanExporter boots = OtlpHttpSpanExporter.builder().setEndpoint(this.receiver.url().toString()).build();
		this.contextRunner.withBean(BOOTS, OtlpHttpSpanExporter.class, () -> boots).run((context) -> {
			assertThat(sent(context).spans()).containsExactly("sent");
			assertThat(context.getBeanFactory().containsSingleton(SpanExporterReplacement.OURS)).isFalse();
		});
	}

	@Test
	void whoAsksForBootsExporterHasIt() {
		this.contextRunner.withUserConfiguration(Collecting.class)
			.run((context) -> assertThat(context.getBean(Collected.class).exporters())
				.containsExactly(context.getBean(OtlpHttpSpanExporter.class)));
	}

	@Test
	void givesWayWhenTold() {
		assertGivesWay(this.contextRunner.withPropertyValues("telemetry.export.span-exporter=sdk"));
	}

	@Test
	void givesWayToACustomizer() {
		assertGivesWay(this.contextRunner.withBean(OtlpHttpSpanExporterBuilderCustomizer.class,
				() -> (builder) -> builder.addHeader("X-Custom", "1")));
		assertThat(this.receiver.received()).singleElement()
			.satisfies((request) -> assertThat(request.headers()).containsEntry("X-custom", List.of("1")));
	}

	@Test
	void givesWayToMetersOfTheExporter() {
		assertGivesWay(this.contextRunner.withBean(MeterProvider.class, MeterProvider::noop));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host", "origin", "Access-Control-Request-Method" })
	void givesWayToHeadersThatItCannotSend(String name) {
		assertGivesWay(this.contextRunner.withPropertyValues(PREFIX + "headers." + name + "=example.com"));
		assertThat(this.receiver.received()).singleElement()
			.satisfies((request) -> assertThat(request.headers().getFirst(name)).isEqualTo("example.com"));
	}

	@Test
	void givesWayToAnExporterOfTheUsers() {
		OtlpHttpSpanExporter mine = OtlpHttpSpanExporter.builder().setEndpoint(this.receiver.url().toString()).build();
		this.contextRunner.withBean(BOOTS, OtlpHttpSpanExporter.class, () -> mine)
			.run((context) -> assertThat(exporters(context)).containsExactly(mine.toString()));
	}

	@Test
	void givesWayToGrpc() {
		this.contextRunner.withPropertyValues(PREFIX + "transport=grpc")
			.run((context) -> assertThat(exporters(context))
				.containsExactly(context.getBean(OtlpGrpcSpanExporter.class).toString()));
	}

	@Test
	void exportsNothingWhereBootDoesNot() {
		this.contextRunner.withPropertyValues("management.tracing.export.otlp.enabled=false")
			.run((context) -> assertThat(exporters(context)).isEmpty());
	}

	@Test
	void doesWithoutTheSdksExporter() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(OtlpHttpSpanExporter.class))
			.run((context) -> assertThat(exporters(context)).isEmpty());
	}

	@Test
	void bootsIsMadeAsEverWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.export.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(SpanExporterReplacement.OURS);
			assertThat(context.getBeanFactory().containsSingleton(BOOTS)).isTrue();
		});
	}

	private void assertGivesWay(ApplicationContextRunner runner) {
		runner.run((context) -> {
			assertThat(exporters(context)).containsExactly(context.getBean(OtlpHttpSpanExporter.class).toString());
			assertThat(sent(context).spans()).containsExactly("sent");
		});
	}

	private Received sent(AssertableApplicationContext context) {
		send(context, "sent");
		assertThat(this.receiver.received()).hasSize(1);
		return this.receiver.received().get(0);
	}

	private static void send(AssertableApplicationContext context, String name) {
		context.getBean(Tracer.class).spanBuilder(name).startSpan().end();
		assertThat(context.getBean(BatchSpanProcessor.class).forceFlush().join(10, TimeUnit.SECONDS).isSuccess())
			.isTrue();
	}

	/** The SDK's processor drops the wish for a flush right after another is done. */
	private static void awaitFlush(AssertableApplicationContext context, BooleanSupplier arrived) {
		BatchSpanProcessor processor = context.getBean(BatchSpanProcessor.class);
		Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(10)).until(() -> {
			processor.forceFlush().join(10, TimeUnit.SECONDS);
			return arrived.getAsBoolean();
		});
	}

	private static OtlpSpanExporter ours(AssertableApplicationContext context) {
		return context.getBean(SpanExporterReplacement.OURS, OtlpSpanExporter.class);
	}

	/** Each one says what it is; who watches it says the same. */
	private static List<String> exporters(AssertableApplicationContext context) {
		return context.getBean(SpanExporters.class).list().stream().map(Object::toString).toList();
	}

	@Configuration(proxyBeanMethods = false)
	static class Others {

		@Bean
		@Order(2)
		SpanExporter first() {
			return OtlpHttpSpanExporter.builder().setEndpoint("http://first:4318/v1/traces").build();
		}

		@Bean
		@Order(1)
		SpanExporter second() {
			return OtlpHttpSpanExporter.builder().setEndpoint("http://second:4318/v1/traces").build();
		}

		@Bean(autowireCandidate = false)
		SpanExporter hidden() {
			return InMemorySpanExporter.create();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Collecting {

		@Bean
		Collected collected(ObjectProvider<SpanExporter> exporters) {
			return new Collected(exporters.orderedStream().toList());
		}

	}

	/**
	 * What an application is given that asks for all exporters.
	 *
	 * @param exporters the exporters
	 */
	record Collected(List<SpanExporter> exporters) {

	}

}
