// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.service;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers as a small service does: one log line, one JSON object.
 */
@RestController
class SessionController {

	private static final Logger logger = LoggerFactory.getLogger(SessionController.class);

	@GetMapping("/api/v1/sessions/{id}")
	Session session(@PathVariable String id) {
		logger.info("Session {} is read", id);
		return new Session(id, "user_12345", 17);
	}

	record Session(String id, String user, int messages) {
	}

}
