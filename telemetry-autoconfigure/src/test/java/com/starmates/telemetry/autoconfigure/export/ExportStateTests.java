// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.Signal;
import com.starmates.telemetry.test.OtlpReceiver;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that each signal says once that it fails and once that it works again, with a
 * receiver that refuses twice.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExportStateTests {

	private final OtlpReceiver receiver = receiver();

	private ApplicationContextRunner contextRunner;

	@BeforeEach
	void start() {
		this.receiver.answering(400).answering(400);
		this.contextRunner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ExportAutoConfiguration.class, OtlpTracingAutoConfiguration.class,
					OpenTelemetryTracingAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class,
					OpenTelemetryLoggingAutoConfiguration.class, OtlpLoggingAutoConfiguration.class,
					MetricsAutoConfiguration.class, OtlpMetricsExportAutoConfiguration.class))
			.withPropertyValues("management.tracing.sampling.probability=1",
					"logging.level.io.opentelemetry.exporter.internal=off");
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@ParameterizedTest
	@EnumSource
	void saysOnceThatItFailsAndOnceThatItWorksAgain(Signal signal, CapturedOutput output) {
		this.contextRunner.withPropertyValues(endpoint(signal)).run((context) -> {
			Awaitility.await().until(() -> {
				export(context, signal);
				return this.receiver.received().size() >= 4;
			});
			ExportWatch watch = context.getBean(ExportWatch.class);
			Awaitility.await().until(() -> !watch.isFailing(signal));
			assertThat(watch.lastError(signal)).contains("400");
			List<String> said = output.toString().lines().filter((line) -> line.contains("Telemetry")).toList();
			assertThat(said).hasSize(2);
			assertThat(said.get(0)).contains("Telemetry cannot be exported: ", "(" + signal + ")");
			assertThat(said.get(1)).contains("Telemetry is exported again");
		});
	}

	private String[] endpoint(Signal signal) {
		return switch (signal) {
			case TRACES ->
				new String[] { "management.opentelemetry.tracing.export.otlp.endpoint=" + this.receiver.url(),
						"management.otlp.metrics.export.enabled=false" };
			case LOGS -> new String[] { "management.opentelemetry.logging.export.otlp.endpoint=" + this.receiver.url(),
					"management.otlp.metrics.export.enabled=false" };
			case METRICS -> new String[] { "management.otlp.metrics.export.url=" + this.receiver.url(),
					"management.otlp.metrics.export.step=50ms" };
		};
	}

	private static void export(ApplicationContext context, Signal signal) {
		switch (signal) {
			case TRACES -> {
				context.getBean(Tracer.class).spanBuilder("span").startSpan().end();
				context.getBean(SdkTracerProvider.class).forceFlush().join(5, TimeUnit.SECONDS);
			}
			case LOGS -> {
				context.getBean(SdkLoggerProvider.class).get("test").logRecordBuilder().setBody("record").emit();
				context.getBean(SdkLoggerProvider.class).forceFlush().join(5, TimeUnit.SECONDS);
			}
			case METRICS -> {
				// its registry pushes by itself
			}
		}
	}

	private static OtlpReceiver receiver() {
		try {
			return new OtlpReceiver(null);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
