// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps names of an object short and apart: keys of a map may differ and still have the
 * same text.
 */
final class Names {

	/** What CloudWatch can index. */
	private static final int MAX_LENGTH = 100;

	private Names() {
	}

	/** Return a name that is short enough. */
	static String cut(String name) {
		return (name.length() <= MAX_LENGTH) ? name : name.substring(0, MAX_LENGTH) + "\u2026";
	}

	/** Return a map of short names, each another. */
	static Map<?, ?> apart(Map<?, ?> map) {
		for (Object key : map.keySet()) {
			if (!(key instanceof String name) || name.length() > MAX_LENGTH) {
				return copy(map);
			}
		}
		return map;
	}

	private static Map<String, Object> copy(Map<?, ?> map) {
		Map<String, Object> copy = new LinkedHashMap<>();
		map.forEach((key, value) -> {
			if (value != null) {
				StringBuilder name = new StringBuilder(cut(String.valueOf(key)));
				while (copy.containsKey(name.toString())) {
					name.append('_');
				}
				copy.put(name.toString(), value);
			}
		});
		return copy;
	}

}
