// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * One kind of secret, found where one of a few characters stands. It reads on from there,
 * and never as far as to make the whole more than linear: what it reads in vain is either
 * bounded, or ends where the next attempt begins. It finds nothing where the characters
 * at and before the place are no {@link Trigger}: some who look do not ask elsewhere.
 */
interface SecretShape {

	/** Return the ASCII characters at which to look. */
	String triggers();

	/**
	 * Return the {@link Range} of the secret that the character shows.
	 * @param text the text
	 * @param at index of one of the triggers
	 * @param floor what is before it has been masked already, and is not looked at
	 */
	long find(String text, int at, int floor);

}
