// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * Turns what goes wrong in the engine into error bodies of our own.
 */
@RestControllerAdvice
class NeighbourErrors {

	@ExceptionHandler
	ProblemDetail failed(HttpServerErrorException ex) {
		return ProblemDetail.forStatusAndDetail(ex.getStatusCode(), "The engine failed");
	}

	@ExceptionHandler
	ProblemDetail unreachable(ResourceAccessException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "The engine cannot be reached");
	}

}
