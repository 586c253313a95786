// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Checks of what is exported, and where to.
 */
final class ExportChecks {

	/** Ports that collectors have for the other protocol. */
	private static final Map<String, Integer> WRONG_PORTS = Map.of("http", 4317, "grpc", 4318);

	private ExportChecks() {
	}

	static Stream<String> unreachable(Facts facts) {
		return facts.exports()
			.stream()
			.filter((export) -> export.endpoint() != null && Boolean.FALSE.equals(export.endpoint().reachable()))
			.map((export) -> "Nobody listens at " + url(export.endpoint()) + ", where " + export.signal() + " go");
	}

	static Stream<String> absent(Facts facts) {
		return facts.exports()
			.stream()
			.filter((export) -> "absent".equals(export.state()))
			.map((export) -> "Nothing exports %s to %s: the service was processed ahead of time with other settings"
				.formatted(export.signal(), url(export.endpoint())));
	}

	static Stream<String> failing(Facts facts) {
		return facts.exports()
			.stream()
			.filter((export) -> "failing".equals(export.state()))
			.map((export) -> "Exports of " + export.signal() + " fail: " + export.lastError());
	}

	static Stream<String> failed(Facts facts) {
		return facts.exports()
			.stream()
			.filter((export) -> export.items().failed() > 0 && !"failing".equals(export.state()))
			.map((export) -> "%d items of %s were not accepted".formatted(export.items().failed(), export.signal()));
	}

	static Stream<String> dropped(Facts facts) {
		return facts.exports()
			.stream()
			.filter((export) -> export.items().dropped() > 0)
			.map((export) -> "%d items of %s were dropped, for their queue was full".formatted(export.items().dropped(),
					export.signal()));
	}

	static Stream<String> protocol(Facts facts) {
		return facts.exports()
			.stream()
			.filter((export) -> export.endpoint() != null && isWrong(export.endpoint()))
			.map((export) -> "%s go over %s to a port for the other protocol: %s".formatted(export.signal(),
					protocol(export.endpoint()), url(export.endpoint())));
	}

	private static boolean isWrong(Facts.Endpoint endpoint) {
		EndpointAddress address = EndpointAddress.of(endpoint.url());
		return address != null && Integer.valueOf(address.port()).equals(WRONG_PORTS.get(endpoint.protocol()));
	}

	private static String protocol(Facts.@Nullable Endpoint endpoint) {
		return (endpoint != null) ? endpoint.protocol() : "";
	}

	private static String url(Facts.@Nullable Endpoint endpoint) {
		return (endpoint != null) ? endpoint.url() : "";
	}

}
