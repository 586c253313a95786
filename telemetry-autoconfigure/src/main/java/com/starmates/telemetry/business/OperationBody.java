// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

/**
 * What is done in an operation, or in one of its steps.
 *
 * @param <T> what it returns
 * @param <E> what it throws
 * @since 1.0.0
 */
@FunctionalInterface
public interface OperationBody<T, E extends Exception> {

	/**
	 * Do it.
	 * @param run the run that it is a part of
	 * @return anything, {@code null} too
	 * @throws E if it fails
	 */
	T run(OperationRun run) throws E;

}
