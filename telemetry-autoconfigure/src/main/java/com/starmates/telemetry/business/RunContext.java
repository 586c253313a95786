// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/** Where a run is found by what is done in it. */
final class RunContext {

	private static final ContextKey<OperationRun> KEY = ContextKey.named("com.starmates.telemetry.business");

	private RunContext() {
	}

	static Context with(Context context, OperationRun run) {
		return context.with(KEY, run);
	}

	static @Nullable OperationRun run(Context context) {
		return context.get(KEY);
	}

}
