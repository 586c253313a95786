// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import com.starmates.telemetry.autoconfigure.TelemetrySwitch;
import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * What can be asked, by what is on the class path. None of it is a bean: it is made with
 * the first question, for a service starts without.
 */
final class FactSources {

	private final ConfigurableApplicationContext context;

	private final SingletonSupplier<ExportFacts> exports = SingletonSupplier.of(this::makeExports);

	FactSources(ConfigurableApplicationContext context) {
		this.context = context;
	}

	ExportFacts exports() {
		return this.exports.obtain();
	}

	@Nullable SpanFacts spans() {
		return isPresent("io.opentelemetry.sdk.trace.samplers.Sampler")
				? new SpanFacts(find(Resource.class, "resource"), find(Sampler.class, "sampler")) : null;
	}

	@Nullable MeterFacts meters() {
		return isPresent("io.micrometer.core.instrument.MeterRegistry")
				? new MeterFacts(this.context, this.context.getEnvironment()) : null;
	}

	@Nullable LogFacts logs() {
		return isPresent("ch.qos.logback.classic.LoggerContext",
				"net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder",
				"io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender") ? new LogFacts() : null;
	}

	@Nullable ClientFacts clients() {
		return isPresent("org.springframework.web.client.RestClient", "io.micrometer.observation.ObservationRegistry")
				? new ClientFacts(this.context.getBeanFactory()) : null;
	}

	/** The property is a default of ours: where tracking is off, nobody asked for it. */
	@Nullable ExecutorFacts executors() {
		Environment environment = this.context.getEnvironment();
		boolean wanted = TelemetrySwitch.isOn(environment, "tracking")
				&& environment.getProperty("spring.task.execution.propagate-context", Boolean.class, false);
		return (wanted && isPresent("io.micrometer.context.ContextRegistry"))
				? new ExecutorFacts(this.context.getBeanFactory()) : null;
	}

	/** Secrets are masked here even where log lines show them. */
	private ExportFacts makeExports() {
		@Nullable Masker strict = TelemetrySwitch.isOn(this.context.getEnvironment(), "masking")
				? find(Masker.class, "telemetryMasker") : null;
		return new ExportFacts(new OtlpTargets(this.context), find(PipelineCounts.class, "telemetryPipelineCounts"),
				find(ExportWatch.class, "telemetryExportWatch"), (strict != null) ? strict : Masker.standard());
	}

	/** Of several, it is the one of a name, as where Boot and ours inject it. */
	private <T> @Nullable T find(Class<T> type, String name) {
		T only = this.context.getBeanProvider(type).getIfUnique();
		boolean named = only == null && this.context.containsBean(name) && this.context.isTypeMatch(name, type);
		return named ? this.context.getBean(name, type) : only;
	}

	private boolean isPresent(String... classes) {
		for (String name : classes) {
			if (!ClassUtils.isPresent(name, this.context.getClassLoader())) {
				return false;
			}
		}
		return true;
	}

}
