// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UrlQuery}.
 */
class UrlQueryTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "page=2&size=20", "design=sig&a==&&b", "token", "q=what+is+a+token%3D" })
	void queryWithoutCredentialsStaysAsItIs(String query) {
		assertThat(UrlQuery.redacted(query)).isEqualTo(query);
	}

	@ParameterizedTest
	@CsvSource({ "password=a, password=REDACTED",
			"page=2&access_token=a%3D=&size=20, page=2&access_token=REDACTED&size=20",
			"X-Goog-Signature=a&sig=b&Signature=c, X-Goog-Signature=REDACTED&sig=REDACTED&Signature=REDACTED",
			"AWSAccessKeyId=a&apiKey=b&api_key=, AWSAccessKeyId=REDACTED&apiKey=REDACTED&api_key=REDACTED" })
	void valuesOfCredentialsAreRedacted(String query, String redacted) {
		assertThat(UrlQuery.redacted(query)).isEqualTo(redacted);
	}

	@Test
	void manyParametersAreReadInTime() {
		String query = "token".repeat(10_000);
		assertThat(UrlQuery.redacted(query)).isEqualTo(query);
	}

}
