// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.stream.Stream;

/**
 * Tells where signals go, once there are beans that know.
 */
@FunctionalInterface
interface OtlpTargets {

	/** Return where they go; nothing if they go nowhere. */
	Stream<OtlpTarget> targets();

}
