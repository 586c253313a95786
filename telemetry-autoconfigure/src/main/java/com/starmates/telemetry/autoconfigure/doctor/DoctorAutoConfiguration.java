// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.TelemetrySwitch;
import com.starmates.telemetry.autoconfigure.export.ExportAutoConfiguration;
import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.sdk.common.CompletableResultCode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the doctor, who says what is
 * wrong with the telemetry of a service.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = { ExportAutoConfiguration.class, MaskingAutoConfiguration.class })
@ConditionalOnClass(CompletableResultCode.class)
@ConditionalOnTelemetry("doctor")
@EnableConfigurationProperties(DoctorProperties.class)
@Import({ DoctorConfigurations.WithSpans.class, DoctorConfigurations.WithMeters.class,
		DoctorConfigurations.WithLogs.class, DoctorConfigurations.WithClients.class,
		DoctorConfigurations.WithExecutors.class, DoctorConfigurations.WithActuator.class,
		OtlpTargetsConfigurations.WithTraces.class, OtlpTargetsConfigurations.WithLogs.class,
		OtlpTargetsConfigurations.WithMetrics.class })
public final class DoctorAutoConfiguration {

	@Bean
	FactCollector telemetryFactCollector(ConfigurableApplicationContext context, ExportFacts exports,
			ObjectProvider<SpanFacts> spans, ObjectProvider<MeterFacts> meters, ObjectProvider<LogFacts> logs,
			ObjectProvider<ClientFacts> clients, ObjectProvider<ExecutorFacts> executors) {
		return new FactCollector(context, exports, spans, meters, logs, new RoadFacts(clients, executors));
	}

	/** Secrets are masked here even where log lines show them. */
	@Bean
	ExportFacts telemetryExportFacts(ObjectProvider<OtlpTargets> targets, ObjectProvider<PipelineCounts> counts,
			ObjectProvider<ExportWatch> watch, ObjectProvider<Masker> masker, Environment environment) {
		Masker strict = TelemetrySwitch.isOn(environment, "masking") ? masker.getIfAvailable(Masker::standard)
				: Masker.standard();
		return new ExportFacts(targets, counts.getIfAvailable(), watch.getIfAvailable(), strict);
	}

	@Bean
	DoctorAnnouncement telemetryDoctorAnnouncement(ConfigurableApplicationContext context, FactCollector facts) {
		return new DoctorAnnouncement(context, facts);
	}

}
