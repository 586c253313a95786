// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.WatchedMetricsSender;
import io.micrometer.registry.otlp.OtlpMetricsSender;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Puts every sender of meters under watch, Boot's or the application's.
 */
class MetricsSenderPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<ExportWatch> watch;

	MetricsSenderPostProcessor(ObjectProvider<ExportWatch> watch) {
		this.watch = watch;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof OtlpMetricsSender sender) ? new WatchedMetricsSender(sender, this.watch.getObject())
				: bean;
	}

}
