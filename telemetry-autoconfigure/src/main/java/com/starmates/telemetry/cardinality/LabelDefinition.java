// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import io.micrometer.common.docs.KeyName;

/**
 * A label of a meter as its users see it.
 *
 * @since 1.0.0
 */
public interface LabelDefinition extends KeyName {

	/**
	 * Return which values the label has.
	 * @return a sentence without its full stop
	 */
	String getDescription();

}
