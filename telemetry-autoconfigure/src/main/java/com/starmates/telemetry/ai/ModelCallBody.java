// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.ai;

/**
 * A piece of code that calls a model.
 *
 * @param <T> what it returns
 * @param <E> what it throws
 * @since 1.0.0
 */
@FunctionalInterface
public interface ModelCallBody<T, E extends Exception> {

	/**
	 * Call the model.
	 * @param call what to tell of the call
	 * @return anything, {@code null} too
	 * @throws E if the call fails
	 */
	T run(ModelCall call) throws E;

}
