// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * Numbers of payment cards: of an issuer's range and length, with a right check digit,
 * and by themselves, not a part of a longer number or id.
 */
final class CardNumbers implements SecretShape {

	private static final int GROUP = 4;

	private static final int SHORTEST = 13;

	private static final int LONGEST = 19;

	/** Characters of {@code \}{@code u003d}. */
	private static final int UNICODE_ESCAPE = 6;

	/** The smallest number with as many digits as the shortest. */
	private static final long SMALLEST = 1_000_000_000_000L;

	@Override
	public String triggers() {
		return "23456%\\";
	}

	@Override
	public long find(String text, int at, int floor) {
		if (!Chars.in(Chars.DIGIT, text.charAt(at))) {
			int escaped = at + (text.startsWith("\\u", at) ? UNICODE_ESCAPE : (text.charAt(at) == '%') ? 3 : 2);
			boolean card = Chars.at(Chars.DIGIT, text, escaped) && Chars.startsWord(text, escaped, floor);
			return card ? findNumber(text, escaped, floor) : Range.NONE;
		}
		if (!Chars.at(Chars.DIGIT, text, at + GROUP - 1)) {
			return Range.NONE;
		}
		if (Chars.before(Chars.UNDERSCORE, text, at, floor) || !Chars.startsWord(text, at, floor)) {
			return Range.emptyAt(Chars.skip(Chars.DIGIT, text, at));
		}
		boolean escape = at > floor && text.charAt(at - 1) == '%' && Chars.at(Chars.HEX, text, at + 1);
		return escape ? Range.emptyAt(at + 2) : findNumber(text, at, floor);
	}

	/** Return whether a number is a card's, without making a text of it. */
	static boolean isCard(long value) {
		if (value < SMALLEST) {
			return false;
		}
		int digits = 0;
		int sum = 0;
		long firstFour = 0;
		for (long rest = value; rest > 0; rest /= 10) {
			firstFour = (rest >= 1000) ? rest : firstFour;
			sum += weighed((int) (rest % 10), digits++);
		}
		return digits <= LONGEST && sum % 10 == 0 && CardIssuers.isKnown((int) firstFour, digits);
	}

	private static long findNumber(String text, int at, int floor) {
		int end = Chars.skip(Chars.DIGIT, text, at);
		int card = (end - at == GROUP) ? endOfGroups(text, at, floor) : endOfCard(text, at, floor, end);
		return (card > 0) ? Range.of(at, card) : Range.emptyAt(end);
	}

	/** Groups of four, the last one shorter; or four digits, six, and four or five. */
	private static int endOfGroups(String text, int at, int floor) {
		int end = at + GROUP;
		int next = endOfGroup(text, at, end);
		if (next - end - 1 == GROUP + 2) {
			return endOfCard(text, at, floor, endOfGroup(text, at, next));
		}
		int card = 0;
		while (next > end && next - end - 1 <= GROUP && next - at <= LONGEST + GROUP) {
			card = Math.max(card, endOfCard(text, at, floor, next));
			boolean full = next - end - 1 == GROUP;
			end = next;
			next = full ? endOfGroup(text, at, end) : end;
		}
		return card;
	}

	/** Return the end of the group after the separator at an index, if there is one. */
	private static int endOfGroup(String text, int at, int end) {
		char separator = (end < text.length()) ? text.charAt(end) : 0;
		boolean goesOn = (separator == ' ' || separator == '-') && separator == text.charAt(at + GROUP)
				&& Chars.at(Chars.DIGIT, text, end + 1);
		return goesOn ? Chars.skip(Chars.DIGIT, text, end + 1) : end;
	}

	/** Return the end, if a card's number ends there, else 0. */
	private static int endOfCard(String text, int at, int floor, int end) {
		int digits = 0;
		for (int i = at; i < end && digits <= LONGEST; i++) {
			digits += Chars.at(Chars.DIGIT, text, i) ? 1 : 0;
		}
		boolean card = digits >= SHORTEST && digits <= LONGEST && isAlone(text, at, floor, end)
				&& CardIssuers.isKnown(Integer.parseInt(text, at, at + GROUP, 10), digits)
				&& hasCheckDigit(text, at, end);
		return card ? end : 0;
	}

	/** Return whether the number is no part of a longer number or id. */
	private static boolean isAlone(String text, int at, int floor, int end) {
		boolean goesBack = Chars.before(Chars.DOT | Chars.DASH, text, at, floor)
				&& Chars.before(Chars.DIGIT, text, at - 1, floor);
		boolean goesOn = Chars.at(Chars.DOT | Chars.DASH, text, end) && Chars.at(Chars.DIGIT, text, end + 1);
		return !goesBack && !goesOn && !Chars.at(Chars.WORD, text, end);
	}

	/** The sum of Luhn. */
	private static boolean hasCheckDigit(String text, int start, int end) {
		int sum = 0;
		int position = 0;
		for (int i = end - 1; i >= start; i--) {
			if (Chars.at(Chars.DIGIT, text, i)) {
				int digit = text.charAt(i) - '0';
				sum += weighed(digit, position++);
			}
		}
		return sum % 10 == 0;
	}

	private static int weighed(int digit, int position) {
		int weighed = (position % 2 == 0) ? digit : 2 * digit;
		return (weighed > 9) ? weighed - 9 : weighed;
	}

}
