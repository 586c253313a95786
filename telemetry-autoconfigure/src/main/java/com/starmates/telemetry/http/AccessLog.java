// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import com.starmates.telemetry.error.ErrorCategory;
import com.starmates.telemetry.error.ErrorCodes;
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

	private final AccessLogRules rules;

	/**
	 * Create an access log.
	 * @param rules which exchanges it shows, and what of them
	 */
	public AccessLog(AccessLogRules rules) {
		this.rules = rules;
	}

	@Override
	public Collection<String> headers() {
		return this.rules.headers();
	}

	@Override
	public void ended(ServerExchange exchange) {
		Level level = this.rules.levels().of(exchange.status());
		if (logger.isEnabledForLevel(level) && this.rules.show(exchange)) {
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
		if (!request.headers().isEmpty()) {
			line.addKeyValue("request_headers", fields(request.headers()));
		}
		line.addKeyValue("response_status", exchange.status());
		addSize(line, "response_size", exchange.responseSize());
		add(line, "response_content_type", exchange.responseContentType());
		addError(line, exchange);
		line.log(request.method() + " " + request.path() + " - " + exchange.status());
	}

	private static void addError(LoggingEventBuilder line, ServerExchange exchange) {
		String errorType = exchange.errorType();
		if (errorType != null) {
			Throwable error = exchange.error();
			line.addKeyValue("error_type", errorType);
			add(line, "error_code", (error != null) ? ErrorCodes.of(error) : null);
			line.addKeyValue("error_category", category(exchange).toString());
		}
	}

	/** Names with dashes would have to be quoted in queries. */
	private static Map<String, String> fields(Map<String, String> headers) {
		Map<String, String> fields = new TreeMap<>();
		headers.forEach((name, value) -> fields.put(name.replace('-', '_'), value));
		return fields;
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
