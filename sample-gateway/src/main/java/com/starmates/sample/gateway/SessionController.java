// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.net.URI;

import jakarta.validation.Valid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Begins and shows sessions.
 */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionController {

	private static final Logger logger = LoggerFactory.getLogger(SessionController.class);

	private final EngineClient engine;

	private final Onboarding onboarding;

	private final SessionUser user;

	SessionController(EngineClient engine, Onboarding onboarding, SessionUser user) {
		this.engine = engine;
		this.onboarding = onboarding;
		this.user = user;
	}

	@PostMapping
	ResponseEntity<Session> create(@Valid @RequestBody NewSession newSession) {
		Session session = this.onboarding.begin(newSession);
		this.user.does("begin_session", session);
		logger.info("Session created");
		return ResponseEntity.created(URI.create("/api/v1/sessions/" + session.id())).body(session);
	}

	@GetMapping("/{id}")
	Session get(@PathVariable String id) {
		Session session = this.engine.session(id);
		this.user.does("read_session", session);
		return session;
	}

}
