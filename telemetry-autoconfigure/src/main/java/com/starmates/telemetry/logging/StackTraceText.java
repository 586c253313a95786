// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.nio.charset.StandardCharsets;
import java.util.List;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import com.starmates.telemetry.masking.Masker;

/**
 * A stack trace as one text, root cause first: what went wrong stands where readers and
 * shortened lines begin. Frames that a cause has in common with what wraps it are written
 * once. Messages are masked.
 */
final class StackTraceText {

	/** Longer ones help nobody: most of them is the same few frames again and again. */
	private static final int MAX_BYTES = 32 * 1024;

	private static final int MAX_MESSAGE_BYTES = 8 * 1024;

	private static final int MAX_NESTING = 4;

	/** Line feed and tabs, escaped. */
	private static final byte[] LINE_FEED = ascii("\\n");

	private static final byte[] TAB = ascii("\\t");

	private static final byte[] AT = ascii("\\tat ");

	private static final byte[] COMMON = ascii(" common frames omitted");

	private static final byte[] CUT = ascii("...");

	private final JsonBuffer json;

	private final Masker masker;

	private final RecentJson<StackTraceElement> frames;

	private final int start;

	private final int end;

	private StackTraceText(JsonBuffer json, Masker masker, RecentJson<StackTraceElement> frames, int maxBytes) {
		this.json = json;
		this.masker = masker;
		this.frames = frames;
		this.start = json.length();
		this.end = this.start + Math.min(maxBytes, MAX_BYTES) - LINE_FEED.length - CUT.length;
	}

	/**
	 * Write a stack trace between quotes, cut behind a line if it is too long.
	 * @param frames those that were written lately
	 */
	static void write(JsonBuffer json, IThrowableProxy throwable, Masker masker, RecentJson<StackTraceElement> frames,
			int maxBytes) {
		json.append('"');
		StackTraceText text = new StackTraceText(json, masker, frames, maxBytes);
		if (!text.causes(throwable, 0)) {
			text.beginLine(0);
			json.literal(CUT);
		}
		json.append('"');
	}

	/** Return whether there was room for all of it. */
	private boolean causes(IThrowableProxy throwable, int nesting) {
		List<IThrowableProxy> causes = ApplicationFrames.causes(throwable);
		String title = (nesting > 0) ? "Suppressed: " : "";
		for (int i = causes.size() - 1; i >= 0; i--) {
			if (!one(causes.get(i), title, nesting)) {
				return false;
			}
			title = "Wrapped by: ";
		}
		return true;
	}

	private boolean one(IThrowableProxy throwable, String title, int nesting) {
		int begin = this.json.length();
		title(throwable, title, nesting);
		return isRoomSince(begin) && frames(throwable, nesting) && suppressed(throwable, nesting);
	}

	private void title(IThrowableProxy throwable, String title, int nesting) {
		beginLine(nesting);
		this.json.literal(title);
		this.json.text(throwable.isCyclic() ? "[CIRCULAR REFERENCE] " : "");
		this.json.text(throwable.getClassName());
		String message = throwable.getMessage();
		if (message != null) {
			String masked = this.masker.mask(message);
			this.json.text(": ");
			this.json.text(masked, 0, masked.length(), MAX_MESSAGE_BYTES);
		}
	}

	private boolean frames(IThrowableProxy throwable, int nesting) {
		StackTraceElementProxy[] frames = ApplicationFrames.frames(throwable);
		int common = Math.min(throwable.getCommonFrames(), frames.length);
		for (int i = 0; i < frames.length - common; i++) {
			int begin = this.json.length();
			beginLine(nesting);
			frame(frames[i].getStackTraceElement());
			if (!isRoomSince(begin)) {
				return false;
			}
		}
		return common == 0 || common(common, nesting);
	}

	private void frame(StackTraceElement frame) {
		if (!this.frames.write(this.json, frame)) {
			int start = this.json.length();
			writeFrame(frame);
			this.frames.add(frame, this.json, start);
		}
	}

	private void writeFrame(StackTraceElement frame) {
		this.json.literal(AT);
		this.json.text(frame.getClassName());
		this.json.append('.');
		this.json.text(frame.getMethodName());
		this.json.append('(');
		if (frame.isNativeMethod()) {
			this.json.literal("Native Method");
		}
		else if (frame.getFileName() == null) {
			this.json.literal("Unknown Source");
		}
		else {
			this.json.text(frame.getFileName());
			if (frame.getLineNumber() >= 0) {
				this.json.append(':');
				this.json.number(frame.getLineNumber());
			}
		}
		this.json.append(')');
	}

	private boolean common(int frames, int nesting) {
		int begin = this.json.length();
		beginLine(nesting);
		this.json.literal(TAB);
		this.json.literal("... ");
		this.json.number(frames);
		this.json.literal(COMMON);
		return isRoomSince(begin);
	}

	private boolean suppressed(IThrowableProxy throwable, int nesting) {
		IThrowableProxy[] suppressed = throwable.getSuppressed();
		if (suppressed == null || nesting == MAX_NESTING) {
			return true;
		}
		for (IThrowableProxy one : suppressed) {
			if (!causes(one, nesting + 1)) {
				return false;
			}
		}
		return true;
	}

	private void beginLine(int nesting) {
		if (this.json.length() > this.start) {
			this.json.literal(LINE_FEED);
		}
		for (int i = 0; i < nesting; i++) {
			this.json.literal(TAB);
		}
	}

	/** What was written since must fit, or it is forgotten. */
	private boolean isRoomSince(int begin) {
		if (this.json.length() <= this.end) {
			return true;
		}
		this.json.length(begin);
		return false;
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
