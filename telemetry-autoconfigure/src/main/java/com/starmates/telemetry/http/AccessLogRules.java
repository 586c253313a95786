// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;
import java.util.Locale;

import io.opentelemetry.api.trace.TraceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * Which exchanges the access log shows, and what of them.
 *
 * @param levels at which level lines are written
 * @param successRate which part of the exchanges that succeed is shown, from 0 to 1; all
 * services decide alike for one trace
 * @param excludedPaths paths that are not shown
 * @param headers names of request headers that are shown
 * @since 1.0.0
 */
public record AccessLogRules(Levels levels, double successRate, ExcludedPaths excludedPaths, List<String> headers) {

	private static final int FIRST_ERROR = 400;

	/** The half of an id that is random in every version of W3C Trace Context. */
	private static final int RANDOM_START = TraceId.getLength() / 2;

	/**
	 * Copy the names in lower case, as lines show them.
	 * @throws IllegalArgumentException if the rate is not from 0 to 1
	 */
	public AccessLogRules {
		if (!(successRate >= 0 && successRate <= 1)) {
			throw new IllegalArgumentException("'successRate' must be from 0 to 1");
		}
		headers = headers.stream().map((name) -> name.toLowerCase(Locale.ROOT)).distinct().toList();
	}

	boolean show(ServerExchange exchange) {
		RequestFacts request = exchange.request();
		return !this.excludedPaths.contains(request.path(), request.contextPath().length()) && (this.successRate == 1
				|| exchange.status() >= FIRST_ERROR || exchange.errorType() != null || isChosen(exchange.trackingId()));
	}

	private boolean isChosen(@Nullable String trackingId) {
		if (trackingId == null) {
			return true;
		}
		long random = Long.parseUnsignedLong(trackingId, RANDOM_START, trackingId.length(), 16) >>> 1;
		return random < this.successRate * Long.MAX_VALUE;
	}

	/**
	 * Levels of lines by the status of the response.
	 *
	 * @param success level for 1xx, 2xx and 3xx
	 * @param clientError level for 4xx
	 * @param serverError level for 5xx
	 */
	public record Levels(Level success, Level clientError, Level serverError) {

		Level of(int status) {
			if (status >= 500) {
				return this.serverError;
			}
			return (status >= FIRST_ERROR) ? this.clientError : this.success;
		}

	}

}
