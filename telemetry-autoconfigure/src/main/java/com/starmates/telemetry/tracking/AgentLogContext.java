// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.micrometer.tracing.otel.bridge.Slf4JEventListener;

/**
 * Leaves the MDC to the OpenTelemetry agent. Micrometer is not told where the agent's
 * spans end: what it restores to the MDC then stays for the next request of the thread.
 *
 * @since 1.0.0
 */
public final class AgentLogContext extends Slf4JEventListener {

	@Override
	public void onEvent(Object event) {
		// the agent puts the ids of its current span into each event
	}

}
