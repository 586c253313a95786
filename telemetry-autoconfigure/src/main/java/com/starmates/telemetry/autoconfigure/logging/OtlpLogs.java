// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.logging;

import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.classic.LoggerContext;
import com.starmates.telemetry.logging.OtlpAppender;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Sends log records: from the first line on where an endpoint is configured, else from
 * when there are beans that export. Logback is one for the whole process: where several
 * applications run in it, the first one sends, for as long as it runs.
 */
final class OtlpLogs implements SmartInitializingSingleton, DisposableBean {

	private static final String APPENDER = "telemetryOtlp";

	private final Environment environment;

	private final ObjectProvider<OpenTelemetrySdk> openTelemetry;

	private final ObjectProvider<LogRecordExporter> exporters;

	private @Nullable OtlpAppender sending;

	OtlpLogs(Environment environment, ObjectProvider<OpenTelemetrySdk> openTelemetry,
			ObjectProvider<LogRecordExporter> exporters) {
		this.environment = environment;
		this.openTelemetry = openTelemetry;
		this.exporters = exporters;
	}

	/** Keep what is logged until there are beans, if they are going to export. */
	static void keep(Environment environment) {
		boolean enabled = environment.getProperty("management.logging.export.otlp.enabled", Boolean.class, true);
		if (enabled && StringUtils
			.hasText(environment.getProperty("management.opentelemetry.logging.export.otlp.endpoint"))) {
			attach(environment);
		}
	}

	/** Forget what was kept, if no bean has asked for it. */
	static void forget() {
		OtlpAppender kept = find();
		if (kept != null && !kept.isConnected()) {
			appenders().detach(kept);
		}
	}

	/** An application that has such an appender of its own wants no second one. */
	private static void attach(Environment environment) {
		AtomicBoolean own = new AtomicBoolean();
		appenders().forEach((appender) -> own.compareAndSet(false, appender instanceof OpenTelemetryAppender));
		OtlpAppender before = find();
		if (!own.get() && (before == null || !before.isConnected())) {
			OtlpAppender appender = new OtlpAppender(EncoderSettings.encoder(environment));
			appender.setName(APPENDER);
			appenders().attach(appender);
		}
	}

	/**
	 * Where there is an SDK that is not Boot's, as the agent's, it takes care of logs.
	 */
	@Override
	public void afterSingletonsInstantiated() {
		OpenTelemetrySdk sdk = this.openTelemetry.getIfAvailable();
		if (sdk == null || this.exporters.stream().findAny().isEmpty()) {
			forget();
			return;
		}
		if (find() == null) {
			attach(this.environment);
		}
		OtlpAppender appender = find();
		if (appender != null && !appender.isConnected()) {
			appender.setOpenTelemetry(sdk);
			this.sending = appender;
		}
	}

	@Override
	public void destroy() {
		if (this.sending != null) {
			appenders().detach(this.sending);
		}
	}

	private static @Nullable OtlpAppender find() {
		return (appenders().find(APPENDER) instanceof OtlpAppender found) ? found : null;
	}

	private static LogbackAppenders appenders() {
		return new LogbackAppenders((LoggerContext) LoggerFactory.getILoggerFactory());
	}

}
