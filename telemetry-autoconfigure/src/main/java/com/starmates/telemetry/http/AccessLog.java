// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.time.Duration;

import com.starmates.telemetry.error.ErrorCategory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one line per exchange, {@code METHOD path - status}, with what it knows of
 * request and response as key/values.
 *
 * @since 1.0.0
 */
public final class AccessLog implements ExchangeRecorder {

	/**
	 * Name of the logger.
	 */
	public static final String LOGGER_NAME = "com.starmates.telemetry.access";

	private static final Logger logger = LoggerFactory.getLogger(LOGGER_NAME);

	private final Level successLevel;

	private final Level clientErrorLevel;

	private final Level serverErrorLevel;

	/**
	 * Create an access log.
	 * @param successLevel level of lines for 1xx, 2xx and 3xx
	 * @param clientErrorLevel level of lines for 4xx
	 * @param serverErrorLevel level of lines for 5xx
	 */
	public AccessLog(Level successLevel, Level clientErrorLevel, Level serverErrorLevel) {
		this.successLevel = successLevel;
		this.clientErrorLevel = clientErrorLevel;
		this.serverErrorLevel = serverErrorLevel;
	}

	@Override
	public void ended(ServerExchange exchange) {
		Level level = level(exchange.status());
		if (logger.isEnabledForLevel(level)) {
			write(exchange, logger.atLevel(level));
		}
	}

	private static void write(ServerExchange exchange, LoggingEventBuilder line) {
		RequestFacts request = exchange.request();
		line.addKeyValue("request_method", request.method());
		line.addKeyValue("request_path", request.path());
		line.addKeyValue("request_duration", Duration.ofNanos(exchange.duration()));
		addSize(line, "request_size", request.size());
		add(line, "request_user_agent", request.userAgent());
		add(line, "request_ip", request.clientAddress());
		line.addKeyValue("response_status", exchange.status());
		addSize(line, "response_size", exchange.responseSize());
		add(line, "response_content_type", exchange.responseContentType());
		String errorType = exchange.errorType();
		if (errorType != null) {
			line.addKeyValue("error_type", errorType);
			line.addKeyValue("error_category", category(exchange));
		}
		line.log(request.method() + " " + request.path() + " - " + exchange.status());
	}

	private Level level(int status) {
		if (status >= 500) {
			return this.serverErrorLevel;
		}
		return isClientError(status) ? this.clientErrorLevel : this.successLevel;
	}

	private static ErrorCategory category(ServerExchange exchange) {
		Throwable error = exchange.error();
		if (isClientError(exchange.status())) {
			return ErrorCategory.CLIENT;
		}
		return (error != null) ? ErrorCategory.of(error) : ErrorCategory.SERVER;
	}

	private static boolean isClientError(int status) {
		return status >= 400 && status < 500;
	}

	private static void add(LoggingEventBuilder line, String key, @Nullable String value) {
		if (value != null) {
			line.addKeyValue(key, value);
		}
	}

	private static void addSize(LoggingEventBuilder line, String key, long size) {
		if (size >= 0) {
			line.addKeyValue(key, size);
		}
	}

}
