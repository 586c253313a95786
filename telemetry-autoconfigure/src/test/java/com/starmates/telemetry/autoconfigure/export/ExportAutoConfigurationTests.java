// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.FollowedSpanExporter;
import com.starmates.telemetry.export.WatchedMetricsSender;
import io.micrometer.core.ipc.http.HttpUrlConnectionSender;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ExportAutoConfiguration}, in Boot's chain.
 */
class ExportAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(ExportAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
						OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryLoggingAutoConfiguration.class))
		.withPropertyValues("management.tracing.sampling.probability=1")
		.withBean(SpanExporter.class, InMemorySpanExporter::create)
		.withBean("otlpMetricsSender", OtlpMetricsSender.class,
				() -> new OtlpHttpMetricsSender(new HttpUrlConnectionSender()));

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(ExportAutoConfiguration.class.getName());
	}

	@Test
	void watchesEveryExporter() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(ExportWatch.class);
			assertThat(context.getBean(SpanExporters.class).list()).singleElement()
				.isInstanceOf(FollowedSpanExporter.class);
			assertThat(context.getBean(OtlpMetricsSender.class)).isInstanceOf(WatchedMetricsSender.class);
		});
	}

	@Test
	void exportsEverySpanAsItIs() {
		InMemorySpanExporter memory = InMemorySpanExporter.create();
		this.contextRunner.withBean("memory", SpanExporter.class, () -> memory).run((context) -> {
			export(context, "kept");
			assertThat(memory.getFinishedSpanItems()).singleElement()
				.satisfies((span) -> assertThat(span.getClass().getPackageName())
					.isEqualTo(SdkTracerProvider.class.getPackageName()));
		});
	}

	@Test
	void masksWhatOthersRecordOfErrors() {
		InMemorySpanExporter memory = InMemorySpanExporter.create();
		this.contextRunner.withBean("memory", SpanExporter.class, () -> memory).run((context) -> {
			Span span = context.getBean(SdkTracerProvider.class).get("others").spanBuilder("failed").startSpan();
			span.recordException(new IllegalStateException("No access with password=hunter2"));
			span.addEvent("retried");
			span.setStatus(StatusCode.ERROR, "No access with password=hunter2");
			span.end();
			context.getBean(BatchSpanProcessor.class).forceFlush().join(5, TimeUnit.SECONDS);
			SpanData exported = memory.getFinishedSpanItems().get(0);
			assertThat(exported.getStatus())
				.isEqualTo(StatusData.create(StatusCode.ERROR, "No access with password=***"));
			assertThat(exported.getEvents()).extracting(EventData::getName).containsExactly("exception", "retried");
			assertThat(exported.getEvents().get(0).getAttributes().asMap().toString())
				.contains("exception.message=No access with password=***", "exception.type=java.lang.IllegalState")
				.doesNotContain("hunter2");
		});
	}

	@Test
	void appliesTheUsersPredicatesReportersAndFilters() {
		InMemorySpanExporter memory = InMemorySpanExporter.create();
		List<String> reported = new ArrayList<>();
		this.contextRunner.withBean("memory", SpanExporter.class, () -> memory)
			.withBean(SpanExportingPredicate.class, () -> (span) -> !"dropped".equals(span.getName()))
			.withBean(SpanFilter.class, () -> (span) -> span.setName("renamed"))
			.withBean(SpanReporter.class, () -> (span) -> reported.add(span.getName()))
			.run((context) -> {
				export(context, "kept");
				export(context, "dropped");
				assertThat(memory.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("renamed");
				assertThat(reported).containsExactly("renamed");
			});
	}

	@Test
	void followsBootsExportProperties() {
		this.contextRunner
			.withPropertyValues("management.opentelemetry.tracing.export.max-batch-size=7",
					"management.opentelemetry.tracing.export.schedule-delay=3s")
			.run((context) -> assertThat(context.getBean(BatchSpanProcessor.class).toString())
				.contains("maxExportBatchSize=7", "scheduleDelayNanos=3000000000"));
	}

	@Test
	void leavesTheProcessorToTheUser() {
		BatchSpanProcessor mine = BatchSpanProcessor.builder(InMemorySpanExporter.create()).build();
		this.contextRunner.withBean(BatchSpanProcessor.class, () -> mine)
			.run((context) -> assertThat(context.getBean(BatchSpanProcessor.class)).isSameAs(mine));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void watchesTheExportersOfLogRecords(CapturedOutput output) {
		LogRecordExporter failing = mock();
		given(failing.export(any())).willReturn(CompletableResultCode.ofFailure());
		given(failing.shutdown()).willReturn(CompletableResultCode.ofSuccess());
		this.contextRunner.withBean(LogRecordExporter.class, () -> failing)
			.withPropertyValues("management.opentelemetry.logging.export.max-batch-size=7")
			.run((context) -> {
				BatchLogRecordProcessor processor = context.getBean(BatchLogRecordProcessor.class);
				context.getBean(SdkLoggerProvider.class).get("test").logRecordBuilder().setBody("a record").emit();
				processor.forceFlush().join(5, TimeUnit.SECONDS);
				assertThat(output).containsOnlyOnce("Telemetry cannot be exported: ").contains("(logs)");
				assertThat(processor.toString()).contains("maxExportBatchSize=7");
			});
	}

	@Test
	void leavesASenderOfTheUsersAlone() {
		OtlpMetricsSender mine = (request) -> {
		};
		this.contextRunner.withAllowBeanDefinitionOverriding(true)
			.withBean("otlpMetricsSender", OtlpMetricsSender.class, () -> mine)
			.run((context) -> assertThat(context.getBean(OtlpMetricsSender.class)).isSameAs(mine));
	}

	private static void export(AssertableApplicationContext context, String name) {
		context.getBean(Tracer.class).spanBuilder(name).startSpan().end();
		context.getBean(BatchSpanProcessor.class).forceFlush().join(5, TimeUnit.SECONDS);
	}

	@Test
	void leavesExportersAloneWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.export.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(ExportWatch.class);
			assertThat(context.getBean(SpanExporters.class).list()).singleElement()
				.isInstanceOf(InMemorySpanExporter.class);
			assertThat(context.getBean(OtlpMetricsSender.class)).isNotInstanceOf(WatchedMetricsSender.class);
		});
	}

	@Test
	void backsOffForTheUsersBeans() {
		ExportWatch mine = new ExportWatch();
		SpanExporters exporters = SpanExporters.of(InMemorySpanExporter.create());
		this.contextRunner.withBean("telemetryExportWatch", ExportWatch.class, () -> mine)
			.withBean("myExporters", SpanExporters.class, () -> exporters)
			.run((context) -> {
				assertThat(context.getBean(ExportWatch.class)).isSameAs(mine);
				assertThat(context.getBean(SpanExporters.class)).isSameAs(exporters);
			});
	}

	@Test
	void doesWithoutTheMeterPush() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(OtlpMetricsSender.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(ExportWatch.class));
	}

	@Test
	void backsOffWithoutTheSdk() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.opentelemetry.sdk"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ExportWatch.class));
	}

}
