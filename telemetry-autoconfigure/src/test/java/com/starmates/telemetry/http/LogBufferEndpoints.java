// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.concurrent.CompletableFuture;

import io.opentelemetry.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Endpoints that say more than anybody wants to know, as long as nothing goes wrong.
 */
@RestController
class LogBufferEndpoints {

	static final String LOGGER_NAME = LogBufferEndpoints.class.getName();

	private static final Logger logger = LoggerFactory.getLogger(LogBufferEndpoints.class);

	private final Gate gate = new Gate();

	private volatile CompletableFuture<Boolean> late = new CompletableFuture<>();

	Gate gate() {
		return this.gate;
	}

	/** Whether DEBUG was enabled for a line that came after the end. */
	CompletableFuture<Boolean> late() {
		return this.late;
	}

	@GetMapping("/lines/{status}")
	String lines(@PathVariable int status) {
		logger.debug("first of {}", "password=mine");
		logger.atDebug().addKeyValue("order", 7).log("second");
		logger.info("written at once");
		if (logger.isDebugEnabled()) {
			logger.debug("third", new IllegalArgumentException("cause"));
		}
		CompletableFuture.runAsync(Context.current().wrap(() -> logger.debug("fourth"))).join();
		logger.trace("too low");
		if (status == 500) {
			throw new IllegalStateException("failed");
		}
		if (status != 200) {
			throw new ResponseStatusException(HttpStatus.valueOf(status));
		}
		return "done";
	}

	@GetMapping({ "/asks", "/quiet/asks" })
	String asks() {
		logger.debug("asked");
		return String.valueOf(logger.isDebugEnabled());
	}

	@GetMapping("/many")
	String many() {
		for (int i = 0; i < 40; i++) {
			logger.debug(String.format("%-10000d", i));
		}
		throw new IllegalStateException("failed");
	}

	@GetMapping("/waits")
	CompletableFuture<String> waits() {
		logger.debug("waiting");
		return this.gate.opened();
	}

	@GetMapping("/leaves-work")
	String leavesWork() {
		CompletableFuture<Boolean> said = new CompletableFuture<>();
		this.late = said;
		this.gate.opened().thenRunAsync(Context.current().wrap(() -> {
			logger.debug("late");
			said.complete(logger.isDebugEnabled());
		}));
		throw new IllegalStateException("failed");
	}

}
