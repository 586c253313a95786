// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EndpointAddress}.
 */
class EndpointAddressTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://otel_collector:4318 | otel_collector | 4318 | http://otel_collector:4318
			http://u:secret@otel_collector:4318/v1?t=secret | otel_collector | 4318 | http://otel_collector:4318/v1
			https://collector/v1/traces#secret | collector | -1 | https://collector/v1/traces
			http://u:secret@[::1]:4318 | [::1] | 4318 | http://[::1]:4318
			http://collector: | collector | -1 | http://collector
			""")
	void readsHostAndPort(String url, String host, int port, String shown) {
		EndpointAddress address = EndpointAddress.of(url);
		assertThat(address.host()).isEqualTo(host);
		assertThat(address.port()).isEqualTo(port);
		assertThat(EndpointAddress.show(url)).isEqualTo(shown);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			collector:4318?t=secret | collector:4318
			http://coll ector?t=secret | http://coll ector
			http://u:se^cret@collector | ''
			http://u:se@cret@[::1]:4318 | ''
			http://u:se?cret@collector | ''
			""")
	void showsNoSecretsOfWhatIsNoAddress(String url, String shown) {
		assertThat(EndpointAddress.of(url)).isNull();
		assertThat(EndpointAddress.show(url)).isEqualTo(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://user:1234/secret@collector:4318/v1/traces", "http://user/secret@collector:4318" })
	void showsNoPasswordThatHasASlash(String url) {
		assertThat(EndpointAddress.show(url)).isEqualTo("http://");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/v1/traces", "http://", "http:///v1" })
	void hasNoAddressWithoutAHost(String url) {
		assertThat(EndpointAddress.of(url)).isNull();
	}

}
