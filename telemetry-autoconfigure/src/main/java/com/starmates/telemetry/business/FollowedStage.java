// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import com.starmates.telemetry.error.FutureFailure;
import org.jspecify.annotations.Nullable;

/** Ends work when the future that it returned does. */
final class FollowedStage {

	private FollowedStage() {
	}

	/**
	 * Return a stage that ends after the work has, in the same way as the work's own: who
	 * waits for it finds the work recorded. Stages of other classes than the JDK's are
	 * the work's own, as they can do more.
	 */
	static CompletionStage<?> of(CompletionStage<?> stage, Work work) {
		if (stage.getClass() == CompletableFuture.class) {
			return copy((CompletableFuture<?>) stage, work);
		}
		stage.whenComplete((value, error) -> end(work, error));
		return stage;
	}

	private static <T> CompletableFuture<T> copy(CompletableFuture<T> future, Work work) {
		CompletableFuture<T> copy = new CompletableFuture<>();
		future.whenComplete((value, error) -> {
			try {
				end(work, error);
			}
			finally {
				complete(copy, value, error);
			}
		});
		copy.whenComplete((value, error) -> {
			if (copy.isCancelled()) {
				future.cancel(true);
			}
			complete(future, value, error);
		});
		return copy;
	}

	/** What is complete already stays as it is. */
	private static <T> void complete(CompletableFuture<T> future, T value, @Nullable Throwable error) {
		if (error != null) {
			future.completeExceptionally(error);
		}
		else {
			future.complete(value);
		}
	}

	private static void end(Work work, @Nullable Throwable error) {
		if (error != null) {
			work.threw(FutureFailure.cause(error));
		}
		else {
			work.returned();
		}
		work.close();
	}

}
