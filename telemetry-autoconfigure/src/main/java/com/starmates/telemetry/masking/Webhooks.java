// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.masking;

/**
 * URLs that let anybody write who knows them: the rest of their paths.
 */
final class Webhooks implements SecretShape {

	private static final String SLACK = "://hooks.slack.com/services/";

	@Override
	public String triggers() {
		return ":";
	}

	@Override
	public long find(String text, int at, int floor) {
		if (!text.startsWith(SLACK, at) || !Chars.before(Chars.ALPHANUMERIC, text, at, floor)) {
			return Range.NONE;
		}
		int start = at + SLACK.length();
		return Range.of(start, Tokens.trimDots(text, start, Chars.skip(Chars.TOKEN68, text, start)));
	}

}
