// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells callers, and us, about workflows that cannot be done.
 */
@RestControllerAdvice
class WorkflowErrors {

	private static final Logger logger = LoggerFactory.getLogger(WorkflowErrors.class);

	@ExceptionHandler
	ProblemDetail unplannable(UnplannableWorkflowException ex) {
		logger.error("Workflow refused", ex);
		return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "The workflow cannot be done");
	}

}
