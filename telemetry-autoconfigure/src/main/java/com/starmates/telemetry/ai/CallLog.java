// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import com.starmates.telemetry.error.ErrorCategory;
import com.starmates.telemetry.error.ErrorType;
import com.starmates.telemetry.error.FutureFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one line per call that has ended, at DEBUG: what the meters tell of all calls,
 * it tells of one.
 */
final class CallLog {

	private static final Logger logger = LoggerFactory.getLogger("com.starmates.telemetry.ai.calls");

	private CallLog() {
	}

	static void write(CallRecord call, long end) {
		if (logger.isDebugEnabled()) {
			LoggingEventBuilder line = logger.atDebug().addKeyValue("ai", members(call, end));
			Throwable error = call.error();
			if (error != null) {
				line.addKeyValue("error_type", ErrorType.of(FutureFailure.cause(error)));
				line.addKeyValue("error_category", ErrorCategory.of(FutureFailure.cause(error)).toString());
			}
			line.log("{} - {}", call.model(), (error != null) ? "failure" : "success");
		}
	}

	private static Map<String, @Nullable Object> members(CallRecord call, long end) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		members.put("provider", call.provider());
		members.put("model", call.model());
		members.put("duration", Duration.ofNanos(end - call.start()));
		TokenUsage usage = call.usage();
		if (usage != null) {
			members.put("input_tokens", usage.allInput());
			members.put("output_tokens", usage.output());
		}
		CallCost cost = call.cost();
		if (cost != null) {
			// A double of so few dollars would be written with an exponent
			members.put("cost", BigDecimal.valueOf(cost.dollars()));
		}
		return members;
	}

}
