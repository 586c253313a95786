// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Where our filter stands: outside Spring Security, so that what it refuses is tracked
 * too, and otherwise as far outside as others allow.
 */
final class FilterOrder {

	/** Directly inside Boot's observation filter, whose span is adopted. */
	static final int INSIDE_OBSERVATION = Ordered.HIGHEST_PRECEDENCE + 2;

	/** Outside the filter that forwards failed requests of a war to their error page. */
	static final int OUTSIDE_ERROR_PAGES = Ordered.HIGHEST_PRECEDENCE;

	private FilterOrder() {
	}

	/**
	 * A span that is adopted must be there first, even where error pages then are not.
	 */
	static int of(ErrorPages errorPages, Environment environment) {
		return (errorPages.areForwarded() && !ServerObservations.areOn(environment)) ? OUTSIDE_ERROR_PAGES
				: INSIDE_OBSERVATION;
	}

}
