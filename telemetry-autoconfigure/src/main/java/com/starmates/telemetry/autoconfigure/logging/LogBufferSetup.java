// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import com.starmates.telemetry.logging.EmptyLines;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Adds a turbo filter to Logback, behind those that are there, as long as the application
 * runs.
 */
final class LogBufferSetup implements SmartInitializingSingleton, DisposableBean {

	private final TurboFilter filter;

	LogBufferSetup(TurboFilter filter) {
		this.filter = filter;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			new LogbackAppenders(context).forEach(EmptyLines::keepFrom);
			this.filter.setContext(context);
			this.filter.start();
			context.addTurboFilter(this.filter);
		}
	}

	@Override
	public void destroy() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.getTurboFilterList().remove(this.filter);
		}
	}

}
