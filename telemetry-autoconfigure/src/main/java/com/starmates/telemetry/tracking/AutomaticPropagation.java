// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import reactor.core.publisher.Hooks;

/**
 * Lets what Reactor does know the context of whoever subscribes, in the whole process, as
 * Spring Boot does where its module for Reactor is.
 *
 * @since 1.0.0
 */
public final class AutomaticPropagation {

	/**
	 * Switch Reactor's automatic context propagation on; again changes nothing.
	 */
	public AutomaticPropagation() {
		Hooks.enableAutomaticContextPropagation();
	}

}
