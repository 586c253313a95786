// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.OnPropertyListCondition;

/**
 * Matches where servers are named, on one line or as a list.
 */
class NatsServersCondition extends OnPropertyListCondition {

	NatsServersCondition() {
		super(NatsProperties.PREFIX + ".servers", () -> ConditionMessage.forCondition("Servers of NATS"));
	}

}
