// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * Turns what goes wrong in agent and engine into error bodies of our own.
 */
@RestControllerAdvice
class NeighbourErrors {

	@ExceptionHandler
	ProblemDetail notFound(HttpClientErrorException.NotFound ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "No such session or workflow");
	}

	@ExceptionHandler
	ProblemDetail failed(HttpServerErrorException ex) {
		return ProblemDetail.forStatusAndDetail(ex.getStatusCode(), "A service behind the gateway failed");
	}

	@ExceptionHandler
	ProblemDetail unreachable(ResourceAccessException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"A service behind the gateway cannot be reached");
	}

}
