// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Keeps sessions.
 */
@RestController
@RequestMapping("/sessions")
class SessionController {

	private final SessionRepository sessions;

	SessionController(SessionRepository sessions) {
		this.sessions = sessions;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	SessionView create(@Valid @RequestBody NewSession session) {
		return SessionView.of(this.sessions.save(new Session(session.userId(), session.segment())));
	}

	@GetMapping("/{id}")
	SessionView get(@PathVariable String id) {
		return this.sessions.findById(id)
			.map(SessionView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No session '" + id + "'"));
	}

	/**
	 * What a caller says to begin a session.
	 */
	record NewSession(@NotBlank @Size(max = 255) String userId, @NotBlank @Size(max = 255) String segment) {

	}

	/**
	 * A session as callers see it.
	 */
	record SessionView(String id, String userId, String segment, Instant createdAt, @Nullable String trackingId) {

		static SessionView of(Session session) {
			return new SessionView(session.getId(), session.getUserId(), session.getSegment(), session.getCreatedAt(),
					session.getTrackingId());
		}

	}

}
