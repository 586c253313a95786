// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.WatchedMetricsSender;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts Boot's sender of meters under watch. A sender of the application's own is left as
 * it is: somebody may inject it by its class.
 */
class MetricsSenderPostProcessor implements BeanPostProcessor {

	private static final String BOOTS_SENDER = "otlpMetricsSender";

	private final ObjectProvider<ExportWatch> watch;

	MetricsSenderPostProcessor(ObjectProvider<ExportWatch> watch) {
		this.watch = watch;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean.getClass() == OtlpHttpMetricsSender.class && BOOTS_SENDER.equals(beanName))
				? new WatchedMetricsSender((OtlpHttpMetricsSender) bean, this.watch.getObject()) : bean;
	}

}
