// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * The ranges of numbers that issuers of payment cards have, by the first four digits, and
 * the lengths of the numbers in them.
 */
final class CardIssuers {

	/** First and last of a range, shortest and longest number. */
	private static final int[][] RANGES = {
			// Visa
			{ 4000, 4999, 13, 13 }, { 4000, 4999, 16, 16 }, { 4000, 4999, 19, 19 },
			// Mastercard
			{ 2221, 2720, 16, 16 }, { 5100, 5599, 16, 16 },
			// American Express
			{ 3400, 3499, 15, 15 }, { 3700, 3799, 15, 15 },
			// Discover
			{ 6011, 6011, 16, 19 }, { 6440, 6599, 16, 19 },
			// JCB
			{ 3528, 3589, 16, 19 },
			// Diners Club
			{ 3000, 3059, 14, 19 }, { 3095, 3095, 14, 19 }, { 3600, 3699, 14, 19 }, { 3800, 3999, 14, 19 },
			// UnionPay
			{ 6200, 6299, 16, 19 },
			// Maestro
			{ 5018, 5018, 13, 19 }, { 5020, 5020, 13, 19 }, { 5038, 5038, 13, 19 }, { 5893, 5893, 13, 19 },
			{ 6304, 6304, 13, 19 }, { 6759, 6763, 13, 19 },
			// Mir
			{ 2200, 2204, 16, 19 },
			// RuPay
			{ 6080, 6089, 16, 16 } };

	private CardIssuers() {
	}

	static boolean isKnown(int firstFour, int digits) {
		for (int[] range : RANGES) {
			if (firstFour >= range[0] && firstFour <= range[1] && digits >= range[2] && digits <= range[3]) {
				return true;
			}
		}
		return false;
	}

}
