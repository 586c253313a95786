// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.starmates.telemetry.logging.OtlpAppender;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/**
 * Sends log records from the first line on: they are kept from the moment Logback is set
 * up, and sent as soon as there are beans; or forgotten, if none of them exports.
 */
final class OtlpLogs implements SmartInitializingSingleton, DisposableBean {

	private static final String APPENDER = "telemetryOtlp";

	private final ObjectProvider<OpenTelemetrySdk> openTelemetry;

	private final ObjectProvider<LogRecordExporter> exporters;

	OtlpLogs(ObjectProvider<OpenTelemetrySdk> openTelemetry, ObjectProvider<LogRecordExporter> exporters) {
		this.openTelemetry = openTelemetry;
		this.exporters = exporters;
	}

	/** An application that has such an appender of its own wants no second one. */
	static void attach(LogbackAppenders appenders, Environment environment) {
		AtomicBoolean own = new AtomicBoolean();
		appenders.forEach((appender) -> own.compareAndSet(false, appender instanceof OpenTelemetryAppender));
		if (!own.get()) {
			OtlpAppender appender = new OtlpAppender(EncoderSettings.encoder(environment));
			appender.setName(APPENDER);
			appenders.attach(appender);
		}
	}

	/** Where there is an SDK that is not ours, as the agent's, it takes care of logs. */
	@Override
	public void afterSingletonsInstantiated() {
		OpenTelemetrySdk sdk = this.openTelemetry.getIfAvailable();
		if (sdk == null || this.exporters.stream().findAny().isEmpty()) {
			detach();
		}
		else if (root().getAppender(APPENDER) instanceof OtlpAppender appender) {
			appender.setOpenTelemetry(sdk);
		}
	}

	@Override
	public void destroy() {
		detach();
	}

	private static void detach() {
		new LogbackAppenders(root().getLoggerContext()).detach(APPENDER);
	}

	private static Logger root() {
		return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
	}

}
