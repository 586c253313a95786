// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when exports begin to fail and when they work again: one line each, however many
 * signals and attempts there are.
 *
 * @since 1.0.0
 */
public final class ExportWatch {

	private static final Logger logger = LoggerFactory.getLogger(ExportWatch.class);

	private static final int MAX_DEPTH = 20;

	private final Set<Signal> failing = EnumSet.noneOf(Signal.class);

	private final Map<Signal, String> lastErrors = new EnumMap<>(Signal.class);

	/**
	 * Say that an export has worked.
	 * @param signal what was exported
	 */
	public synchronized void succeeded(Signal signal) {
		if (this.failing.remove(signal) && this.failing.isEmpty()) {
			logger.info("Telemetry is exported again");
		}
	}

	/**
	 * Say that an export has failed.
	 * @param signal what was to be exported
	 * @param cause why it failed, {@code null} if unknown
	 */
	public synchronized void failed(Signal signal, @Nullable Throwable cause) {
		boolean first = this.failing.isEmpty();
		this.lastErrors.put(signal, reason(cause));
		if (this.failing.add(signal) && first) {
			logger.warn("Telemetry cannot be exported: {} ({}). The service goes on without; "
					+ "this is said once, and once when export works again", reason(cause), signal);
		}
	}

	/**
	 * Return whether the last export has failed.
	 * @param signal what was exported
	 * @return {@code true} until one works again
	 */
	public synchronized boolean isFailing(Signal signal) {
		return this.failing.contains(signal);
	}

	/**
	 * Return why exports have failed.
	 * @param signal what was to be exported
	 * @return the reason for the last failure, {@code null} if there was none
	 */
	public synchronized @Nullable String lastError(Signal signal) {
		return this.lastErrors.get(signal);
	}

	/**
	 * Return what reports the exports of a signal here.
	 * @param signal what is exported
	 * @return the follower; an export that throws has failed, and no more
	 */
	public ExportFollower follower(Signal signal) {
		return (items, export) -> follow(signal, export);
	}

	private CompletableResultCode follow(Signal signal, Supplier<CompletableResultCode> export) {
		CompletableResultCode result = start(export);
		return result.whenComplete(() -> {
			if (result.isSuccess()) {
				succeeded(signal);
			}
			else {
				failed(signal, result.getFailureThrowable());
			}
		});
	}

	private static CompletableResultCode start(Supplier<CompletableResultCode> export) {
		try {
			return export.get();
		}
		catch (RuntimeException | LinkageError ex) {
			return CompletableResultCode.ofExceptionalFailure(ex);
		}
	}

	/** The message nearest to the root; some connection errors have none at all. */
	private static String reason(@Nullable Throwable failure) {
		if (failure == null) {
			return "the receiver does not accept it";
		}
		String answer = SdkFailure.answer(failure);
		if (answer != null) {
			return answer;
		}
		String reason = failure.getClass().getSimpleName();
		int depth = 0;
		for (Throwable cause = failure; cause != null && depth < MAX_DEPTH; cause = cause.getCause()) {
			if (cause instanceof ConnectException && cause.getMessage() == null) {
				return "Connection refused";
			}
			if (cause instanceof UnknownHostException) {
				return "Unknown host " + cause.getMessage();
			}
			reason = (cause.getMessage() != null) ? cause.getMessage() : reason;
			depth++;
		}
		return reason;
	}

}
