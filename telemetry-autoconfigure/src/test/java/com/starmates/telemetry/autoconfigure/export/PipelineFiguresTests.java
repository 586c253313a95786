// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.export.Signal;
import com.starmates.telemetry.export.SignalCounts;
import com.starmates.telemetry.test.DeafPort;
import com.starmates.telemetry.test.OtlpReceiver;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the pipeline's own figures, in Boot's chain and with a real receiver.
 */
class PipelineFiguresTests {

	private static final String TRACES = "management.opentelemetry.tracing.export.";

	private static final String LOGS = "management.opentelemetry.logging.export.";

	private static final String METRICS = "management.otlp.metrics.export.";

	private OtlpReceiver receiver;

	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void start() throws IOException {
		this.receiver = new OtlpReceiver(null);
		this.contextRunner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class, OtlpTracingAutoConfiguration.class,
					OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
					OpenTelemetryLoggingAutoConfiguration.class, OtlpLoggingAutoConfiguration.class,
					ResourceAutoConfiguration.class, MetricsAutoConfiguration.class,
					org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class))
			.withPropertyValues("management.tracing.sampling.probability=1", "spring.application.name=app",
					TRACES + "schedule-delay=1h", LOGS + "schedule-delay=1h",
					TRACES + "otlp.endpoint=" + this.receiver.url());
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void showsZerosOfWhatIsExportedFromTheStart() {
		this.contextRunner.run((context) -> assertThat(figures(context)).containsExactlyInAnyOrder(
				"telemetry_export_items_total{outcome=\"exported\",signal=\"traces\"} 0.0",
				"telemetry_export_items_total{outcome=\"failed\",signal=\"traces\"} 0.0",
				"telemetry_export_items_total{outcome=\"dropped\",signal=\"traces\"} 0.0",
				"telemetry_export_queue_size{signal=\"traces\"} 0.0",
				"telemetry_export_queue_capacity{signal=\"traces\"} 2048.0"));
	}

	@Test
	void explainsItself() {
		this.contextRunner
			.run((context) -> assertThat(context.getBean(PrometheusMeterRegistry.class).scrape()).contains(
					"# HELP telemetry_export_items_total Spans, log records and data points, by what became of them\n"
							+ "# TYPE telemetry_export_items_total counter\n",
					"# HELP telemetry_export_queue_size Items that wait for their export\n",
					"# HELP telemetry_export_queue_capacity Items that may wait for their export\n"));
	}

	@Test
	void showsNothingOfWhatIsNotExported() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class,
					OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
					OpenTelemetryLoggingAutoConfiguration.class,
					org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class))
			.run((context) -> {
				spans(context, 3);
				assertThat(figures(context)).isEmpty();
			});
	}

	@Test
	void showsNothingWhereMetersAreSwitchedOff() {
		this.contextRunner.withPropertyValues("telemetry.metrics.enabled=false")
			.run((context) -> assertThat(figures(context)).isEmpty());
		this.contextRunner.withPropertyValues("telemetry.export.enabled=false")
			.run((context) -> assertThat(figures(context)).isEmpty());
	}

	@Test
	void countsSpansThatArrive() {
		this.contextRunner.run((context) -> {
			spans(context, 5);
			assertCounts(context, Signal.TRACES, 5, 0, 0);
			assertThat(figures(context))
				.contains("telemetry_export_items_total{outcome=\"exported\",signal=\"traces\"} 5.0");
			assertThat(this.receiver.received().get(0).spans()).hasSize(5);
		});
	}

	@Test
	void countsLogRecordsThatArrive() {
		this.contextRunner.withPropertyValues(LOGS + "otlp.endpoint=" + this.receiver.url(), LOGS + "max-queue-size=7")
			.run((context) -> {
				records(context, 3);
				assertThat(figures(context)).contains("telemetry_export_queue_capacity{signal=\"logs\"} 7.0",
						"telemetry_export_queue_size{signal=\"logs\"} 0.0");
				assertCounts(context, Signal.LOGS, 3, 0, 0);
			});
	}

	@Test
	void countsLogRecordsThatHaveNoRoom() {
		this.contextRunner
			.withPropertyValues(LOGS + "otlp.endpoint=" + this.receiver.url(), LOGS + "max-queue-size=7",
					LOGS + "max-batch-size=1")
			.run((context) -> {
				CountDownLatch opening = hold();
				emit(context, 1);
				Awaitility.await().until(() -> this.receiver.received().size() == 1);
				emit(context, 10);
				SignalCounts counts = counts(context, Signal.LOGS);
				assertThat(counts.queueSize()).isEqualTo(7);
				assertThat(counts.dropped()).isEqualTo(3);
				opening.countDown();
				flushRecords(context);
				assertCounts(context, Signal.LOGS, 8, 0, 3);
			});
	}

	@Test
	void countsDataPointsThatArrive() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(OtlpMetricsExportAutoConfiguration.class))
			.withPropertyValues(METRICS + "step=1h", METRICS + "url=" + this.receiver.url())
			.run((context) -> {
				assertThat(figures(context))
					.contains("telemetry_export_items_total{outcome=\"dropped\",signal=\"metrics\"} 0.0")
					.noneMatch((figure) -> figure.contains("queue") && figure.contains("metrics"));
				push(context);
				ExportMetricsServiceRequest request = ExportMetricsServiceRequest
					.parseFrom(this.receiver.received().get(0).content());
				long points = request.getResourceMetrics(0)
					.getScopeMetrics(0)
					.getMetricsList()
					.stream()
					.mapToLong(PipelineFiguresTests::points)
					.sum();
				assertThat(points).isGreaterThan(10);
				assertCounts(context, Signal.METRICS, points, 0, 0);
			});
	}

	@Test
	void countsDataPointsThatAreRefused() {
		this.receiver.answering(400);
		this.contextRunner.withConfiguration(AutoConfigurations.of(OtlpMetricsExportAutoConfiguration.class))
			.withPropertyValues(METRICS + "step=1h", METRICS + "url=" + this.receiver.url())
			.run((context) -> {
				push(context);
				SignalCounts counts = counts(context, Signal.METRICS);
				assertThat(counts.failed()).isGreaterThan(10);
				assertThat(counts.exported()).isZero();
			});
	}

	@Test
	void countsWhatNobodyReceives() throws IOException {
		try (DeafPort port = new DeafPort()) {
			String nobody = "http://127.0.0.1:" + port.number() + "/v1/";
			this.contextRunner
				.withPropertyValues(TRACES + "otlp.endpoint=" + nobody + "traces", TRACES + "otlp.timeout=200ms",
						LOGS + "otlp.endpoint=" + nobody + "logs", LOGS + "otlp.timeout=200ms")
				.run((context) -> {
					spans(context, 5);
					records(context, 3);
					assertCounts(context, Signal.TRACES, 0, 5, 0);
					assertCounts(context, Signal.LOGS, 0, 3, 0);
				});
		}
	}

	@Test
	void countsWhatASlowReceiverDoesNotTakeInTime() {
		this.contextRunner.withPropertyValues(TRACES + "otlp.timeout=100ms").run((context) -> {
			CountDownLatch opening = hold();
			spans(context, 5);
			opening.countDown();
			assertCounts(context, Signal.TRACES, 0, 5, 0);
		});
	}

	@Test
	void countsOnceWhatArrivesAtTheSecondAttempt() {
		this.receiver.answering(503, "Retry-After", "0");
		this.contextRunner.run((context) -> {
			spans(context, 5);
			assertThat(this.receiver.received()).hasSize(2);
			assertCounts(context, Signal.TRACES, 5, 0, 0);
		});
	}

	@Test
	void countsWhatTheReceiverRefuses() {
		this.receiver.answering(400);
		this.contextRunner.run((context) -> {
			spans(context, 5);
			assertCounts(context, Signal.TRACES, 0, 5, 0);
			spans(context, 2);
			assertCounts(context, Signal.TRACES, 2, 5, 0);
		});
	}

	@Test
	void countsWhatTheReceiverRejectsOfABatch() {
		ExportTracePartialSuccess partial = ExportTracePartialSuccess.newBuilder().setRejectedSpans(2).build();
		this.receiver.answering(200,
				ExportTraceServiceResponse.newBuilder().setPartialSuccess(partial).build().toByteArray());
		this.contextRunner.run((context) -> {
			spans(context, 5);
			assertCounts(context, Signal.TRACES, 3, 2, 0);
			spans(context, 1);
			assertCounts(context, Signal.TRACES, 4, 2, 0);
		});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void countsSpansThatHaveNoRoom(CapturedOutput output) {
		this.contextRunner.withPropertyValues(TRACES + "max-queue-size=5", TRACES + "max-batch-size=1")
			.run((context) -> {
				CountDownLatch opening = hold();
				end(context, 1);
				Awaitility.await().until(() -> this.receiver.received().size() == 1);
				end(context, 20);
				assertThat(figures(context)).contains("telemetry_export_queue_size{signal=\"traces\"} 8.0",
						"telemetry_export_queue_capacity{signal=\"traces\"} 8.0",
						"telemetry_export_items_total{outcome=\"dropped\",signal=\"traces\"} 12.0");
				opening.countDown();
				flush(context);
				assertCounts(context, Signal.TRACES, 9, 0, 12);
				assertThat(output).containsOnlyOnce("The queue of traces is full.");
			});
	}

	@Test
	void countsWhatEndsAfterTheEnd() {
		this.contextRunner.run((context) -> {
			SignalCounts counts = counts(context, Signal.TRACES);
			Span late = context.getBean(Tracer.class).spanBuilder("late").startSpan();
			end(context, 3);
			context.close();
			assertThat(counts.exported()).isEqualTo(3);
			assertThat(counts.dropped()).isZero();
			late.end();
			assertThat(counts.exported()).isEqualTo(3);
			assertThat(counts.dropped()).isEqualTo(1);
		});
	}

	@Test
	void losesCountOfNothingUnderLoad() {
		this.receiver.answering(400);
		this.contextRunner
			.withPropertyValues(TRACES + "max-queue-size=64", TRACES + "max-batch-size=16",
					TRACES + "schedule-delay=1ms")
			.run((context) -> {
				SignalCounts counts = counts(context, Signal.TRACES);
				List<Thread> threads = List.of(thread(context), thread(context), thread(context));
				threads.forEach(Thread::start);
				for (Thread thread : threads) {
					thread.join();
				}
				context.close();
				assertThat(counts.exported() + counts.failed() + counts.dropped()).isEqualTo(3 * 2000);
				assertThat(counts.failed()).isPositive();
				long arrived = 0;
				for (OtlpReceiver.Received request : this.receiver.received()) {
					arrived += request.spans().size();
				}
				assertThat(counts.exported() + counts.failed()).isEqualTo(arrived);
			});
	}

	@Test
	void countsASpanOnceHoweverManyExportersThereAre() {
		this.contextRunner.withBean(SpanExporter.class, InMemorySpanExporter::create).run((context) -> {
			spans(context, 5);
			assertCounts(context, Signal.TRACES, 5, 0, 0);
		});
	}

	@Test
	void doesNotCountWhatTheApplicationKeepsBack() {
		this.contextRunner.withBean(SpanExportingPredicate.class, () -> (span) -> !"span 0".equals(span.getName()))
			.run((context) -> {
				SignalCounts counts = counts(context, Signal.TRACES);
				spans(context, 5);
				context.close();
				assertThat(counts.exported()).isEqualTo(4);
				assertThat(counts.dropped()).isZero();
			});
	}

	@Test
	void doesNotCountUnsampledSpans() {
		this.contextRunner.withPropertyValues("management.opentelemetry.tracing.sampler=always-off").run((context) -> {
			SignalCounts counts = counts(context, Signal.TRACES);
			spans(context, 5);
			context.close();
			assertThat(counts.exported() + counts.failed() + counts.dropped()).isZero();
		});
	}

	private CountDownLatch hold() {
		CountDownLatch opening = new CountDownLatch(1);
		this.receiver.waitingFor(opening);
		return opening;
	}

	private static Thread thread(ApplicationContext context) {
		return new Thread(() -> end(context, 2000));
	}

	private static void spans(ApplicationContext context, int count) {
		end(context, count);
		flush(context);
	}

	private static void end(ApplicationContext context, int count) {
		Tracer tracer = context.getBean(Tracer.class);
		for (int i = 0; i < count; i++) {
			tracer.spanBuilder("span " + i).startSpan().end();
		}
	}

	private static void flush(ApplicationContext context) {
		context.getBean(SdkTracerProvider.class).forceFlush().join(5, TimeUnit.SECONDS);
	}

	private static void records(ApplicationContext context, int count) {
		emit(context, count);
		flushRecords(context);
	}

	private static void emit(ApplicationContext context, int count) {
		for (int i = 0; i < count; i++) {
			context.getBean(SdkLoggerProvider.class).get("test").logRecordBuilder().setBody("a record").emit();
		}
	}

	private static void flushRecords(ApplicationContext context) {
		context.getBean(SdkLoggerProvider.class).forceFlush().join(5, TimeUnit.SECONDS);
	}

	/** A registry pushes at its end. */
	private static void push(ApplicationContext context) {
		OtlpMeterRegistry registry = context.getBean(OtlpMeterRegistry.class);
		registry.timer("a.timer").record(1, TimeUnit.SECONDS);
		registry.close();
	}

	private static long points(Metric metric) {
		return metric.getGauge().getDataPointsCount() + metric.getSum().getDataPointsCount()
				+ metric.getHistogram().getDataPointsCount() + metric.getExponentialHistogram().getDataPointsCount()
				+ metric.getSummary().getDataPointsCount();
	}

	private static SignalCounts counts(ApplicationContext context, Signal signal) {
		return context.getBean(PipelineCounts.class).of(signal);
	}

	/** A flush that follows another closely does nothing. */
	private static void assertCounts(ApplicationContext context, Signal signal, long exported, long failed,
			long dropped) {
		SignalCounts counts = counts(context, signal);
		Awaitility.await().untilAsserted(() -> {
			flush(context);
			flushRecords(context);
			assertThat(List.of(counts.exported(), counts.failed(), counts.dropped())).as("exported, failed, dropped")
				.containsExactly(exported, failed, dropped);
		});
	}

	/** What a scrape has of the pipeline, without the labels of all meters. */
	private static List<String> figures(AssertableApplicationContext context) {
		return Pattern.compile("^telemetry_export.*$", Pattern.MULTILINE)
			.matcher(context.getBean(PrometheusMeterRegistry.class).scrape())
			.results()
			.map(MatchResult::group)
			.map((line) -> line.replaceAll("(environment|project|service)=\"[^\"]*\",?", "").replace(",}", "}"))
			.toList();
	}

}
