// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers meters where a registry takes them. One that it does not take records
 * nothing, and is told once: meters are registered in the midst of an application's
 * calls, and must not make them fail.
 */
final class Registrations {

	private static final Logger logger = LoggerFactory.getLogger(Registrations.class);

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	/** Return the meter, or one that records nothing. */
	<M extends Meter> M of(MeterDefinition definition, Tags tags, Supplier<M> registration,
			Function<Meter.Id, ? extends M> noop) {
		try {
			return registration.get();
		}
		catch (RuntimeException ex) {
			if (this.warned.add(definition.getName())) {
				logger.warn("Meter {} cannot be registered, and records nothing where it is missing",
						definition.getName(), ex);
			}
			return noop.apply(new Meter.Id(definition.getName(), tags, null, definition.form().description(),
					definition.getType()));
		}
	}

}
