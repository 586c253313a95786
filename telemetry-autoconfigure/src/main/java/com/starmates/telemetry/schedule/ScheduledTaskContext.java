// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.schedule;

import com.starmates.telemetry.context.TelemetryContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.context.Scope;

import org.springframework.scheduling.support.ScheduledTaskObservationContext;

/**
 * Gives each run of a {@code @Scheduled} method a {@link TelemetryContext}, within the
 * span that Spring's observation has.
 *
 * @since 1.0.0
 */
public final class ScheduledTaskContext implements ObservationHandler<ScheduledTaskObservationContext> {

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ScheduledTaskObservationContext;
	}

	@Override
	public void onScopeOpened(ScheduledTaskObservationContext context) {
		context.put(Scope.class, TelemetryContext.open());
	}

	@Override
	public void onScopeClosed(ScheduledTaskObservationContext context) {
		Scope scope = context.get(Scope.class);
		if (scope != null) {
			context.remove(Scope.class);
			scope.close();
		}
	}

}
