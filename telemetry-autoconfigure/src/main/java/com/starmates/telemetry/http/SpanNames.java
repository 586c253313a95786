// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Names of server spans, {@code METHOD route}, each put together once.
 */
final class SpanNames {

	private final List<Map<String, String>> namesByMethod = Arrays.stream(HttpMethod.values())
		.map((method) -> new ConcurrentHashMap<String, String>())
		.collect(Collectors.toUnmodifiableList());

	String of(HttpMethod method, String route) {
		Map<String, String> names = this.namesByMethod.get(method.ordinal());
		String name = names.get(route);
		return (name != null) ? name : names.computeIfAbsent(route, (template) -> method.spanName() + " " + template);
	}

}
