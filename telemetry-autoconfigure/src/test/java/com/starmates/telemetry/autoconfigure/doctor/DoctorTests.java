// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

import com.starmates.telemetry.doctor.Doctor;
import com.starmates.telemetry.doctor.Finding;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.test.DeafPort;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.logging.LoggingMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.context.support.StandardServletEnvironment;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each thing that the doctor finds, in services that are really set up wrong.
 */
@ExtendWith(OutputCaptureExtension.class)
class DoctorTests extends AbstractDoctorTests {

	private static final String TRACES = "management.opentelemetry.tracing.export.";

	@Test
	void findsNothingInAHealthyService(CapturedOutput output) throws Exception {
		start();
		JsonNode diagnosis = diagnosis();
		assertThat(diagnosis.path("findings").isEmpty()).as(diagnosis.toPrettyString()).isTrue();
		JsonNode facts = diagnosis.path("facts");
		assertThat(facts.propertyNames()).containsExactly("names", "javaAgent", "otherStarter", "masking", "sampling",
				"exports", "logs", "meters", "variables", "unobservedClients", "executorsLosingContext");
		assertThat(facts.path("names").toString())
			.isEqualTo("{\"spans\":\"orders\",\"logs\":\"orders\",\"meters\":\"orders\"}");
		assertThat(facts.path("sampling").path("ratio").asDouble()).isEqualTo(1);
		assertThat(facts.path("logs").toString()).isEqualTo("{\"exported\":true,\"appender\":true}");
		assertThat(facts.path("exports").findValuesAsString("signal")).containsExactly("traces", "logs", "metrics");
		assertThat(facts.path("exports").findValuesAsString("state")).containsOnly("working");
		assertThat(facts.path("exports").get(0).path("endpoint").toString())
			.isEqualTo("{\"url\":\"%s\",\"protocol\":\"http\",\"reachable\":true}".formatted(receiver().url()));
		assertThat(facts.path("exports").get(0).path("queue").toString()).isEqualTo("{\"size\":0,\"capacity\":2048}");
		assertThat(facts.path("meters").path("series").asInt()).isBetween(10, 1000);
		assertThat(facts.path("meters").path("budget").asInt()).isEqualTo(10000);
		awaitAnnouncement();
		assertThat(output).doesNotContain("The telemetry of this service has");
	}

	@Test
	void findsASpanResourceOfAnotherName(CapturedOutput output) throws Exception {
		start(new SpringApplicationBuilder(Service.class, OtherResource.class));
		assertThat(found()).containsExactly("service-name-differs");
		assertThat(message("service-name-differs"))
			.isEqualTo("The service is called 'other' in spans, 'orders' in log lines and 'orders' in meters");
		awaitAnnouncement();
		assertThat(output).containsOnlyOnce("The telemetry of this service has 1 problem:");
		assertThat(output.getOut().lines().filter((line) -> line.contains("has 1 problem:")))
			.singleElement(InstanceOfAssertFactories.STRING)
			.contains("\"thread\":\"telemetry-doctor\"");
	}

	@Test
	void findsTheBeansThatAreUsedOfSeveral() throws Exception {
		start(new SpringApplicationBuilder(Service.class, Several.class));
		assertThat(found()).containsExactly("sampler-drops-traces", "no-exemplars");
		assertThat(diagnosis().path("facts").path("exports").get(0).path("queue").toString())
			.isEqualTo("{\"size\":0,\"capacity\":2048}");
	}

	@Test
	void findsMetersOfAnotherName() throws Exception {
		start(new SpringApplicationBuilder(Service.class, OtherMeters.class));
		assertThat(found()).containsExactly("service-name-differs");
		assertThat(message("service-name-differs"))
			.isEqualTo("The service is called 'orders' in spans, 'orders' in log lines and 'other' in meters");
	}

	@Test
	void findsAnotherStarter() throws Exception {
		String name = "io.opentelemetry.instrumentation.spring.autoconfigure.OpenTelemetryAutoConfiguration";
		byte[] type = new ByteBuddy().subclass(Object.class).name(name).make().getBytes();
		ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {

			@Override
			protected Class<?> findClass(String wanted) throws ClassNotFoundException {
				if (!wanted.equals(name)) {
					throw new ClassNotFoundException(wanted);
				}
				return defineClass(name, type, 0, type.length);
			}

		};
		start(new SpringApplicationBuilder(Service.class).resourceLoader(new DefaultResourceLoader(loader)));
		assertThat(found()).containsExactly("other-starter");
	}

	@Test
	void findsASamplerThatDropsTraces() throws Exception {
		start("management.opentelemetry.tracing.sampler=parent-based-trace-id-ratio",
				"management.tracing.sampling.probability=0.25");
		assertThat(found()).containsExactly("sampler-drops-traces");
		assertThat(message("sampler-drops-traces")).contains("records 0.25 of the traces");
	}

	@Test
	void findsASamplerThatDropsAllTraces() throws Exception {
		start("management.opentelemetry.tracing.sampler=always-off");
		assertThat(found()).containsExactly("sampler-drops-traces", "no-exemplars");
		assertThat(message("sampler-drops-traces")).contains("records 0.0 of the traces");
	}

	@Test
	void findsAnEndpointWhereNobodyListens() throws Exception {
		try (DeafPort port = new DeafPort()) {
			String endpoint = "http://user:hunter2secret@localhost:" + port.number();
			start(TRACES + "otlp.endpoint=" + endpoint + "/v1/traces?token=hunter2secret");
			assertThat(found()).contains("endpoint-unreachable");
			assertThat(message("endpoint-unreachable"))
				.isEqualTo("Nobody listens at http://localhost:" + port.number() + "/v1/traces, where traces go");
			assertThat(diagnosis().toString()).doesNotContain("hunter2secret");
		}
	}

	@Test
	void findsAProtocolThatDoesNotFitItsPort() throws Exception {
		start(TRACES + "otlp.endpoint=http://localhost:4317/v1/traces",
				"management.opentelemetry.logging.export.otlp.endpoint=http://localhost:4318",
				"management.opentelemetry.logging.export.otlp.transport=grpc");
		assertThat(found()).contains("protocol-does-not-fit-port");
		assertThat(diagnosis().path("findings").findValuesAsString("message")).contains(
				"traces go over http to a port for the other protocol: http://localhost:4317/v1/traces",
				"logs go over grpc to a port for the other protocol: http://localhost:4318");
	}

	@Test
	void findsWhatIsWrongWithAHostThatHasAnUnderscore() throws Exception {
		start(TRACES + "otlp.endpoint=http://user:hunter2secret@no_host.invalid:4317/v1/traces?token=hunter2secret");
		assertThat(found()).contains("endpoint-unreachable", "protocol-does-not-fit-port");
		assertThat(message("endpoint-unreachable"))
			.isEqualTo("Nobody listens at http://no_host.invalid:4317/v1/traces, where traces go");
		assertThat(diagnosis().toString()).doesNotContain("hunter2secret");
	}

	@Test
	void findsWhatIsWrongBehindProcessorsOfTheApplication() throws Exception {
		try (DeafPort port = new DeafPort()) {
			start(new SpringApplicationBuilder(Service.class, OtherProcessors.class),
					TRACES + "otlp.endpoint=http://localhost:" + port.number(), "telemetry.logging.enabled=false");
			assertThat(found()).containsExactly("endpoint-unreachable", "log-appender-missing");
			assertThat(diagnosis().path("facts").path("exports").findValuesAsString("state"))
				.containsExactly("unwatched", "unwatched", "working");
		}
	}

	@Test
	void leavesEndpointsAloneWhereNothingIsExported() throws Exception {
		start(TRACES + "otlp.endpoint=http://localhost:4317", "management.tracing.export.otlp.enabled=false",
				"management.logging.export.otlp.enabled=false");
		assertThat(found()).isEmpty();
		assertThat(diagnosis().path("facts").path("exports").findValuesAsString("signal")).containsExactly("metrics");
	}

	@Test
	void findsVariablesThatNobodyReads() throws Exception {
		start(new SpringApplicationBuilder(Service.class).environment(environment(Map.of("OTEL_SERVICE_NAME", "orders",
				"OTEL_EXPORTER_OTLP_HEADERS", "Authorization=hunter2secret", "OTEL_TRACES_SAMPLER_ARG", "0.5",
				"OTEL_EXPORTER_OTLP_ENDPONT", "hunter2secret", "HOME", "hunter2secret"))));
		assertThat(found()).containsExactly("variables-ignored");
		assertThat(message("variables-ignored"))
			.isEqualTo("Nobody reads OTEL_EXPORTER_OTLP_ENDPONT, OTEL_TRACES_SAMPLER_ARG");
		assertThat(diagnosis().path("facts").path("variables").path("read").toString())
			.isEqualTo("[\"OTEL_EXPORTER_OTLP_HEADERS\",\"OTEL_SERVICE_NAME\"]");
		assertThat(diagnosis().toString()).doesNotContain("hunter2secret", "HOME");
	}

	@Test
	void findsThatVariablesAreNotMapped() throws Exception {
		start(new SpringApplicationBuilder(Service.class)
			.environment(environment(Map.of("OTEL_SERVICE_NAME", "orders", "OTEL_BSP_MAX_QUEUE_SIZE", "5"))),
				"management.opentelemetry.map-environment-variables=false");
		assertThat(message("variables-ignored")).isEqualTo("Nobody reads OTEL_BSP_MAX_QUEUE_SIZE");
	}

	@Test
	void findsThatThereAreNoExemplars() throws Exception {
		start("management.tracing.exemplars.include=none");
		assertThat(found()).containsExactly("no-exemplars");
	}

	@Test
	void findsThatNothingMakesLogRecords() throws Exception {
		start("telemetry.logging.enabled=false");
		assertThat(found()).containsExactly("log-appender-missing");
	}

	@Test
	void findsExportsThatFail() throws Exception {
		receiver().answering(400).answering(400);
		start(TRACES + "schedule-delay=10ms", "management.otlp.metrics.export.step=1h",
				"management.opentelemetry.logging.export.schedule-delay=1h");
		span();
		Awaitility.await().until(() -> found().contains("export-failing"));
		assertThat(message("export-failing")).isEqualTo("Exports of traces fail: the receiver answers 400");
		Awaitility.await().until(() -> {
			span();
			return !found().contains("export-failing");
		});
		assertThat(found()).containsExactly("items-failed");
		assertThat(message("items-failed")).isEqualTo("2 items of traces were not accepted");
	}

	@Test
	void findsItemsThatWereDropped() throws Exception {
		start(TRACES + "max-queue-size=2", TRACES + "max-batch-size=1", TRACES + "schedule-delay=1ms",
				"management.otlp.metrics.export.step=1h", "management.opentelemetry.logging.export.schedule-delay=1h");
		CountDownLatch opening = new CountDownLatch(1);
		receiver().waitingFor(opening);
		for (int i = 0; i < 50; i++) {
			span();
		}
		assertThat(found()).containsExactly("items-dropped");
		assertThat(message("items-dropped")).matches("4[678] items of traces were dropped, for their queue was full");
		opening.countDown();
	}

	@Test
	void findsLabelsWithTooManyValues() throws Exception {
		start("telemetry.metrics.cardinality.labels[request_count_total.endpoint]=1");
		get("server", "/one");
		get("server", "/two");
		get("server", "/one");
		Awaitility.await().until(() -> found().contains("label-values-overflow"));
		assertThat(diagnosis().path("facts").path("meters").path("overflows").toString())
			.contains("\"meter\":\"request_count_total\",\"label\":\"endpoint\"");
	}

	@Test
	void findsThatThereAreTooManySeries(CapturedOutput output) throws Exception {
		start("telemetry.metrics.cardinality.series-budget=20");
		assertThat(found()).containsExactly("series-budget");
		awaitAnnouncement();
		assertThat(output).containsOnlyOnce("- series-budget: The service has ");
	}

	@Test
	void findsClientsThatNobodyObserves() throws Exception {
		start(new SpringApplicationBuilder(Service.class, Clients.class));
		assertThat(diagnosis().path("facts").path("unobservedClients").toString())
			.isEqualTo("[\"bareRestClient\",\"bareRestTemplate\",\"bareWebClient\"]");
		assertThat(found()).containsOnly("client-not-observed");
	}

	@Test
	void findsExecutorsThatLoseTheContext() throws Exception {
		start(new SpringApplicationBuilder(Service.class, ExecutorBeans.class));
		assertThat(diagnosis().path("facts").path("executorsLosingContext").toString()).isEqualTo("[\"bare\"]");
		assertThat(found()).containsOnly("executor-loses-context");
	}

	@Test
	void findsThatSecretsAreNotMasked() throws Exception {
		start("telemetry.masking.enabled=false");
		assertThat(found()).containsExactly("masking-off");
	}

	@Test
	void tellsHowManySecretsWereMasked() throws Exception {
		start();
		long before = masked();
		LoggerFactory.getLogger("orders").info("No access with password=hunter2");
		assertThat(masked()).isGreaterThan(before);
	}

	private long masked() throws Exception {
		JsonNode masking = diagnosis().path("facts").path("masking");
		assertThat(masking.path("enabled").asBoolean()).isTrue();
		return masking.path("masked").asLong();
	}

	@Test
	void findsThatNobodyCollectsMeters(CapturedOutput output) throws Exception {
		start("management.endpoints.web.exposure.include=telemetry", "management.otlp.metrics.export.enabled=false");
		assertThat(found()).containsExactly("meters-not-collected");
		awaitAnnouncement();
		assertThat(output).doesNotContain("The telemetry of this service has");
	}

	@Test
	void findsThatNoRegistryIsForCollectors() throws Exception {
		start("management.prometheus.metrics.export.enabled=false", "management.otlp.metrics.export.enabled=false");
		assertThat(found()).containsExactly("no-exemplars", "meters-not-collected");
	}

	@Test
	void findsThatEndpointsAreClosed() {
		start("management.server.port=-1", "management.otlp.metrics.export.enabled=false");
		assertThat(Doctor.examine(context().getBean(FactCollector.class).collect(false)).findings())
			.extracting(Finding::id)
			.containsExactly("meters-not-collected");
	}

	@Test
	void leavesRegistriesThatPushElsewhereAlone() throws Exception {
		start(new SpringApplicationBuilder(Service.class, OtherRegistry.class),
				"management.prometheus.metrics.export.enabled=false", "management.otlp.metrics.export.enabled=false");
		assertThat(found()).containsExactly("no-exemplars");
	}

	private void span() {
		context().getBean(Tracer.class).spanBuilder("span").startSpan().end();
	}

	private static StandardServletEnvironment environment(Map<String, Object> variables) {
		StandardServletEnvironment environment = new StandardServletEnvironment();
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
		return environment;
	}

	/** Boot takes the sampler of this name, and we our own counts. */
	@Configuration(proxyBeanMethods = false)
	static class Several {

		@Bean
		Sampler sampler() {
			return Sampler.alwaysOff();
		}

		@Bean
		Sampler another() {
			return Sampler.alwaysOn();
		}

		@Bean
		PipelineCounts counts() {
			return new PipelineCounts();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherResource {

		@Bean
		Resource resource() {
			return Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "other"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherProcessors {

		@Bean
		BatchSpanProcessor spanProcessor() {
			return BatchSpanProcessor.builder(InMemorySpanExporter.create()).build();
		}

		@Bean
		BatchLogRecordProcessor logRecordProcessor() {
			return BatchLogRecordProcessor.builder(InMemoryLogRecordExporter.create()).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherRegistry {

		@Bean
		LoggingMeterRegistry meterRegistry() {
			return new LoggingMeterRegistry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherMeters {

		@Bean
		MeterFilter meterFilter() {
			return new MeterFilter() {

				@Override
				public Meter.Id map(Meter.Id id) {
					return id.replaceTags(Tags.concat(id.getTagsAsIterable(), Tags.of(Tag.of("service", "other"))));
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ExecutorBeans {

		@Bean
		ExecutorService service() {
			return Executors.newSingleThreadExecutor();
		}

		@Bean
		Executor caller() {
			return new SyncTaskExecutor();
		}

		@Bean
		ForkJoinPool bare() {
			return new ForkJoinPool(1);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Clients {

		@Bean
		RestClient restClient(RestClient.Builder builder) {
			return builder.build();
		}

		@Bean
		RestClient bareRestClient() {
			return RestClient.create();
		}

		@Bean
		RestTemplate bareRestTemplate() {
			return new UntouchableRestTemplate();
		}

		@Bean
		WebClient bareWebClient() {
			return WebClient.create();
		}

	}

	/** Like a test's double that is being told what to answer: nobody may call it. */
	static final class UntouchableRestTemplate extends RestTemplate {

		@Override
		public ObservationRegistry getObservationRegistry() {
			throw new AssertionError("Called");
		}

	}

}
