// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Thrown while the bus takes no jobs.
 */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
class JobBusException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	JobBusException(String message, Throwable cause) {
		super(message, cause);
	}

}
