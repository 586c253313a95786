// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

/**
 * What a message is about. Subjects may have ids among their tokens, and names of spans
 * and labels of meters may not.
 *
 * @param name the subject itself
 * @param template the subject with {@code *} in the place of ids, or {@code (temporary)}
 * where a reply is awaited
 */
record NatsSubject(String name, String template) {

	private static final String TEMPORARY = "(temporary)";

	private static final String INBOX = "_INBOX.";

	/** Shorter tokens with digits are versions and regions rather than ids. */
	private static final int ID_LENGTH = 16;

	/** The ids that NATS makes itself may happen to have no digit. */
	private static final int NUID_LENGTH = 22;

	static NatsSubject of(String name, String inboxPrefix) {
		if (name.startsWith(inboxPrefix) || name.startsWith(INBOX)) {
			return new NatsSubject(name, TEMPORARY);
		}
		return new NatsSubject(name, template(name));
	}

	boolean isTemporary() {
		return this.template.equals(TEMPORARY);
	}

	boolean isTemplated() {
		return !this.template.equals(this.name);
	}

	private static String template(String name) {
		StringBuilder template = null;
		int copied = 0;
		for (int start = 0; start <= name.length();) {
			int dot = name.indexOf('.', start);
			int end = (dot != -1) ? dot : name.length();
			if (isId(name, start, end)) {
				template = (template != null) ? template : new StringBuilder(name.length());
				template.append(name, copied, start).append('*');
				copied = end;
			}
			start = end + 1;
		}
		return (template != null) ? template.append(name, copied, name.length()).toString() : name;
	}

	private static boolean isId(String name, int start, int end) {
		int digits = 0;
		int others = 0;
		for (int index = start; index < end; index++) {
			char character = name.charAt(index);
			if (character >= '0' && character <= '9') {
				digits++;
			}
			else if (!Character.isLetter(character)) {
				others++;
			}
		}
		int length = end - start;
		return digits > 0 && (digits == length || length >= ID_LENGTH) || length == NUID_LENGTH && others == 0;
	}

}
