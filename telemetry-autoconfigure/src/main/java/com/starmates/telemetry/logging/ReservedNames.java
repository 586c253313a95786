// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Set;

/**
 * Names at the top level of the log line that belong to the library. A key of the
 * application that has one of them gets an underscore behind it, so that neither is lost.
 */
final class ReservedNames {

	private static final Set<String> NAMES = Set.of("@timestamp", "@level", "@message", "timestamp", "level", "message",
			"service", "tracking_id", "environment", "request", "response", "user", "session", "workflow", "operation",
			"error", "exception", "source", "tracing", "fields_dropped", "exception.class", "exception.stack_trace",
			"exception.file", "exception.line", "source.module", "source.function", "source.line", "source.thread",
			"tracing.trace_id", "tracing.span_id");

	private ReservedNames() {
	}

	static boolean isReserved(String name) {
		return NAMES.contains(name);
	}

	static String avoid(String key) {
		return isReserved(key) ? key + "_" : key;
	}

}
