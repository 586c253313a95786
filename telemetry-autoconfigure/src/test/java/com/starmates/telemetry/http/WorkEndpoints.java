// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import com.starmates.telemetry.context.OperationResult;
import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.context.WorkflowStatus;
import com.starmates.telemetry.context.WorkflowType;
import io.opentelemetry.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints that tell what they do, and what goes wrong.
 */
@RestController
class WorkEndpoints {

	static final String LOGGER_NAME = WorkEndpoints.class.getName();

	private static final Logger logger = LoggerFactory.getLogger(WorkEndpoints.class);

	@GetMapping("/work")
	String work() {
		TelemetryContext.current()
			.user("user_1", "premium")
			.session("session_1", Duration.ofMinutes(20))
			.workflow("workflow_1", WorkflowType.AI_ASSISTED, WorkflowStatus.RUNNING);
		CompletableFuture.runAsync(Context.current().wrap(() -> logger.info("on another thread"))).join();
		TelemetryContext.current().operation("read_work", OperationResult.PARTIAL, Duration.ofMillis(325));
		return "done";
	}

	@GetMapping("/work-fails")
	String workFails() {
		try {
			return read();
		}
		catch (IllegalArgumentException ex) {
			logger.error("Work of {} failed", "password=mine", ex);
			throw new IllegalStateException("outer", ex);
		}
	}

	private static String read() {
		IllegalArgumentException cause = new IllegalArgumentException("password=mine");
		logger.error("Reading failed", cause);
		throw cause;
	}

	@GetMapping("/work-fails-at-length")
	String workFailsAtLength() {
		String text = "x".repeat(100_000);
		logger.error(text, new IllegalStateException(text));
		return "done";
	}

	@GetMapping("/work-fails-untold")
	String workFailsUntold() {
		logger.error("Failed", new Untold());
		return "done";
	}

	@GetMapping("/work-warns")
	String workWarns() {
		logger.warn("Not so bad", new IllegalStateException());
		return "done";
	}

	private static final class Untold extends RuntimeException {

		@Override
		public String toString() {
			throw new IllegalStateException("untold");
		}

	}

}
