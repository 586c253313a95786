// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.starmates.telemetry.autoconfigure.OtlpSettings;
import com.starmates.telemetry.export.Signal;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/**
 * Lets what is set for a service that runs decide what it exports, though Spring decided
 * which beans there are when the service was processed ahead of time: takes away those
 * that Boot would not have defined. With them, a service without an endpoint would not
 * start, and what is switched off would be exported.
 */
final class AheadOfTimeExports implements BeanDefinitionRegistryPostProcessor {

	private static final List<BootExport> EXPORTS = List.of(
			new BootExport(Signal.TRACES, "otlpTracingConnectionDetails", "OtlpTracingConfigurations$ConnectionDetails",
					Map.of("otlpHttpSpanExporter", "http", "otlpGrpcSpanExporter", "grpc")),
			new BootExport(Signal.LOGS, "openTelemetryLoggingConnectionDetails",
					"OtlpLoggingConfigurations$ConnectionDetails",
					Map.of("otlpHttpLogRecordExporter", "http", "otlpGrpcLogRecordExporter", "grpc")),
			new BootExport(Signal.METRICS, "otlpMetricsConnectionDetails", "OtlpMetricsExportAutoConfiguration",
					Map.of("otlpMeterRegistry", "http", "otlpMeterRegistryVirtualThreads", "http", "otlpMetricsSender",
							"http", "otlpConfig", "http")));

	private final OtlpSettings settings;

	AheadOfTimeExports(OtlpSettings settings) {
		this.settings = settings;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		if (AotDetector.useGeneratedArtifacts() && registry instanceof ConfigurableListableBeanFactory factory) {
			EXPORTS.stream()
				.filter((export) -> BootBeans.isMadeBy(factory, export.details(), export.configuration()))
				.flatMap((export) -> unwanted(export, registry))
				.toList()
				.forEach(registry::removeBeanDefinition);
		}
	}

	/** Without exporters, where they would send to is of no use. */
	private Stream<String> unwanted(BootExport export, BeanDefinitionRegistry registry) {
		List<String> defined = export.exporters().keySet().stream().filter(registry::containsBeanDefinition).toList();
		boolean wanted = this.settings.isWanted(export.signal());
		String transport = this.settings.transport(export.signal());
		List<String> unwanted = defined.stream()
			.filter((exporter) -> !wanted || !transport.equals(export.exporters().get(exporter)))
			.toList();
		return (unwanted.size() == defined.size()) ? Stream.concat(unwanted.stream(), Stream.of(export.details()))
				: unwanted.stream();
	}

	/**
	 * How Boot exports a signal.
	 *
	 * @param signal the signal
	 * @param details name of the bean that knows where to, by properties
	 * @param configuration how the name of the class ends that makes it
	 * @param exporters names of the beans that export, and their transports
	 */
	private record BootExport(Signal signal, String details, String configuration, Map<String, String> exporters) {

	}

}
