// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

/**
 * The demo cannot go on; the message is all that a person needs to know.
 */
final class DemoException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	DemoException(String message) {
		super(message);
	}

}
