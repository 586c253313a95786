// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import io.nats.client.Options;

/**
 * Callback for what properties do not say about the connection to NATS that is made where
 * the application has none of its own.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface NatsOptionsCustomizer {

	/**
	 * Customize the connection.
	 * @param options its options, as the properties say
	 */
	void customize(Options.Builder options);

}
