// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import io.micrometer.common.docs.KeyName;

/**
 * A label of a meter as its users see it.
 *
 * @param name name of the label
 * @param description which values it has, a sentence without its full stop
 * @since 1.0.0
 */
public record LabelDefinition(String name, String description) implements KeyName {

	@Override
	public String asString() {
		return this.name;
	}

}
