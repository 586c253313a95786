// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HostAndPort}.
 */
class HostAndPortTests {

	@ParameterizedTest
	@CsvSource({ "service, service, 80", "service:8080, service, 8080", "my_service:8080, my_service, 8080",
			"my_service, my_service, 80", "10.0.0.1:8080, 10.0.0.1, 8080", "[::1]:8080, ::1, 8080", "[::1], ::1, 80",
			"[, [, 80", "service:, service, 80", "service:http, service, 80", "service:99999999999, service, 80",
			"a%20b:8080, a%20b, 8080", "a:b:c, a:b, 80", "user:secret@service:8080, service, 8080" })
	void readsWhateverAnAuthorityNames(String authority, String host, int port) {
		assertThat(HostAndPort.ofAuthority(authority, 80)).isEqualTo(new HostAndPort(host, port));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", ":8080", ":", "user@" })
	void isUnknownWithoutAHost(String authority) {
		assertThat(HostAndPort.ofAuthority(authority, 80)).isNull();
	}

}
