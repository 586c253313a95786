// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.util.Map;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.LightMetricsSender;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.export.Signal;
import com.starmates.telemetry.export.WatchedMetricsSender;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsProperties;

/**
 * Puts Boot's sender of meters under watch, and a lighter one in its place before the
 * JDK's big HTTP client is loaded for it; not with an SSL bundle, whose ciphers and
 * protocols only Boot's heeds. A sender of the application's own is left as it is:
 * somebody may inject it by its class.
 */
class MetricsSenderPostProcessor implements InstantiationAwareBeanPostProcessor {

	private static final String BOOTS_SENDER = "otlpMetricsSender";

	private static final String BOOTS_CONFIGURATION = "OtlpMetricsExportAutoConfiguration";

	private final ConfigurableListableBeanFactory factory;

	private final ObjectProvider<ExportWatch> watch;

	private final ObjectProvider<PipelineCounts> counts;

	MetricsSenderPostProcessor(ConfigurableListableBeanFactory factory, ObjectProvider<ExportWatch> watch,
			ObjectProvider<PipelineCounts> counts) {
		this.factory = factory;
		this.watch = watch;
		this.counts = counts;
	}

	@Override
	public @Nullable Object postProcessBeforeInstantiation(Class<?> beanClass, String beanName) {
		return (BOOTS_SENDER.equals(beanName) && BootBeans.isMadeBy(this.factory, BOOTS_SENDER, BOOTS_CONFIGURATION))
				? light(this.factory.getBean(OtlpMetricsProperties.class),
						this.factory.getBean(OtlpMetricsConnectionDetails.class))
				: null;
	}

	private @Nullable OtlpMetricsSender light(OtlpMetricsProperties properties, OtlpMetricsConnectionDetails details) {
		Map<String, String> headers = properties.getHeaders();
		if (details.getSslBundle() != null || (headers != null && RestrictedHeaders.containsAny(headers.keySet()))) {
			return null;
		}
		return new LightMetricsSender(properties.getConnectTimeout(),
				properties.getConnectTimeout().plus(properties.getReadTimeout()),
				this.counts.getObject().of(Signal.METRICS)::rejected);
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (BOOTS_SENDER.equals(beanName)
				&& (bean.getClass() == OtlpHttpMetricsSender.class || bean instanceof LightMetricsSender))
						? watched((OtlpMetricsSender) bean) : bean;
	}

	/** Meters wait nowhere: the next push has them all. */
	private OtlpMetricsSender watched(OtlpMetricsSender sender) {
		PipelineCounts pipeline = this.counts.getObject();
		pipeline.open(Signal.METRICS, 0);
		return new WatchedMetricsSender(sender, this.watch.getObject(), pipeline.of(Signal.METRICS));
	}

}
