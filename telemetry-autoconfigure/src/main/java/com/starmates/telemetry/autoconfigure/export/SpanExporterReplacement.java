// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.starmates.telemetry.export.OtlpSpanExporter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpHttpSpanExporterBuilderCustomizer;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * Puts our exporter of spans where Boot's would be. The definition of Boot's bean stays
 * where it is, for who asks for it by its class still has it; it is only not made before
 * somebody asks, since that loads an HTTP client. All of Boot's conditions hold as they
 * are: where Boot defines no such bean, there is nothing to replace.
 */
final class SpanExporterReplacement {

	/** The name of our bean. */
	static final String OURS = "telemetryOtlpSpanExporter";

	private static final String BOOTS = "otlpHttpSpanExporter";

	private static final String BOOTS_CONFIGURATION = "OtlpTracingConfigurations$Exporters";

	private final ConfigurableListableBeanFactory factory;

	private final ExportProperties properties;

	SpanExporterReplacement(ConfigurableListableBeanFactory factory, ExportProperties properties) {
		this.factory = factory;
		this.properties = properties;
	}

	/** Return the exporters that spans go to. */
	List<SpanExporter> exporters(ObjectProvider<SpanExporter> all) {
		if (!applies()) {
			return all.orderedStream().toList();
		}
		return Stream.concat(others(), Stream.of(this.factory.getBean(OURS, OtlpSpanExporter.class))).toList();
	}

	/** As a provider gives them, but by name: Boot's is not even made. */
	private Stream<SpanExporter> others() {
		Map<Object, BeanDefinition> definitions = new IdentityHashMap<>();
		return Stream.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.factory, SpanExporter.class))
			.filter((name) -> !name.equals(BOOTS) && isCandidate(name))
			.map((name) -> bean(name, definitions))
			.filter(SpanExporter.class::isInstance)
			.map(SpanExporter.class::cast)
			.sorted(AnnotationAwareOrderComparator.INSTANCE
				.withSourceProvider((bean) -> orderSource(definitions.get(bean))));
	}

	private boolean isCandidate(String name) {
		return !this.factory.containsBeanDefinition(name)
				|| this.factory.getMergedBeanDefinition(name).isAutowireCandidate();
	}

	private Object bean(String name, Map<Object, BeanDefinition> definitions) {
		Object bean = this.factory.getBean(name);
		if (this.factory.containsBeanDefinition(name)) {
			definitions.put(bean, this.factory.getMergedBeanDefinition(name));
		}
		return bean;
	}

	/**
	 * What a method that makes a bean says of the order goes before what its class says.
	 */
	private static @Nullable Object orderSource(@Nullable BeanDefinition definition) {
		return (definition instanceof RootBeanDefinition made) ? made.getResolvedFactoryMethod() : null;
	}

	private boolean applies() {
		return this.properties.spanExporter() == SpanExporterKind.LIGHT && isBoots(this.factory)
				&& hasNone(OtlpHttpSpanExporterBuilderCustomizer.class) && hasNone(MeterProvider.class)
				&& isPossible(this.factory.getBean(OtlpTracingProperties.class),
						this.factory.getBean(OtlpTracingConnectionDetails.class));
	}

	private static boolean isBoots(ConfigurableListableBeanFactory factory) {
		return BootBeans.isMadeBy(factory, BOOTS, BOOTS_CONFIGURATION);
	}

	/**
	 * A customizer wants the SDK's builder, a provider of meters the exporter's meters.
	 */
	private boolean hasNone(Class<?> type) {
		return this.factory.getBeanNamesForType(type, true, false).length == 0;
	}

	private static boolean isPossible(OtlpTracingProperties properties, OtlpTracingConnectionDetails details) {
		String url = details.getUrl(Transport.HTTP);
		return (url.startsWith("http://") || url.startsWith("https://"))
				&& !RestrictedHeaders.containsAny(properties.getHeaders().keySet());
	}

	/**
	 * Sees to it that Boot's exporter is made only if somebody asks for it.
	 */
	static final class Deferral implements BeanFactoryPostProcessor {

		@Override
		public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
			if (isBoots(factory)) {
				BeanDefinition definition = factory.getBeanDefinition(BOOTS);
				definition.setLazyInit(true);
			}
		}

	}

}
