// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.http.HttpStatus;

/**
 * What Boot's error pages and Spring's problem details say, as {@link ExchangeCase} has
 * it.
 */
final class ErrorBodies {

	private ErrorBodies() {
	}

	static String servlet(int status, String path) {
		return "{\"timestamp\":\"*\",\"status\":%d,\"error\":\"%s\",\"path\":\"%s\",\"tracking_id\":\"{id}\"}"
			.formatted(status, reason(status), path);
	}

	static String reactive(int status, String path) {
		return ("{\"timestamp\":\"*\",\"path\":\"%s\",\"status\":%d,\"error\":\"%s\","
				+ "\"requestId\":\"*\",\"tracking_id\":\"{id}\"}")
			.formatted(path, status, reason(status));
	}

	static String problem(int status, String path) {
		return "{\"instance\":\"%s\",\"status\":%d,\"title\":\"%s\",\"tracking_id\":\"{id}\"}".formatted(path, status,
				reason(status));
	}

	static String html(int status) {
		return "<html><body><h1>Whitelabel Error Page</h1>*(type=%s, status=%d)*</body></html>"
			.formatted(reason(status), status);
	}

	private static String reason(int status) {
		return HttpStatus.valueOf(status).getReasonPhrase();
	}

}
