// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * Tells the application's frames of a stack trace from those of the platform and of
 * frameworks.
 */
final class ApplicationFrames {

	private static final int MAX_CAUSES = 50;

	private ApplicationFrames() {
	}

	/**
	 * Return where in the application an exception came about: the uppermost of its
	 * frames in the root cause, else in what wraps that; where there is none, the place
	 * that threw the root cause.
	 */
	static @Nullable StackTraceElement origin(IThrowableProxy throwable) {
		List<IThrowableProxy> causes = causes(throwable);
		for (int i = causes.size() - 1; i >= 0; i--) {
			for (StackTraceElementProxy frame : frames(causes.get(i))) {
				if (ApplicationClasses.contain(frame.getStackTraceElement().getClassName())) {
					return frame.getStackTraceElement();
				}
			}
		}
		StackTraceElementProxy[] root = frames(causes.get(causes.size() - 1));
		return (root.length > 0) ? root[0].getStackTraceElement() : null;
	}

	/** Return an exception and its causes, the root cause last. */
	static List<IThrowableProxy> causes(IThrowableProxy throwable) {
		List<IThrowableProxy> causes = new ArrayList<>(4);
		for (IThrowableProxy next = throwable; next != null && causes.size() < MAX_CAUSES; next = next.getCause()) {
			causes.add(next);
		}
		return causes;
	}

	static StackTraceElementProxy[] frames(IThrowableProxy throwable) {
		StackTraceElementProxy[] frames = throwable.getStackTraceElementProxyArray();
		return (frames != null) ? frames : new StackTraceElementProxy[0];
	}

}
