// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import com.starmates.telemetry.masking.Masker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UrlQuery}.
 */
class UrlQueryTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "page=2&size=20", "design=sig&a==&&b", "token", "q=what+is+a+token%3D", "&", "=", "%",
			"%2", "%zz=%", "%ff%00=%", "max_tokens=100&tokenizer=b", "session_id=4111111111111111x", "\ud800=\udc00" })
	void queryWithoutSecretsStaysTheSameInstance(String query) {
		assertThat(redacted(query)).isSameAs(query);
	}

	@ParameterizedTest
	@CsvSource({ "password=a, password=REDACTED",
			"page=2&access_token=a%3D=&size=20, page=2&access_token=REDACTED&size=20",
			"X-Goog-Signature=a&sig=b&Signature=c, X-Goog-Signature=REDACTED&sig=REDACTED&Signature=REDACTED",
			"AWSAccessKeyId=a&apiKey=b&api_key=, AWSAccessKeyId=REDACTED&apiKey=REDACTED&api_key=REDACTED" })
	void valuesOfSecretNamesAreRedacted(String query, String redacted) {
		assertThat(redacted(query)).isEqualTo(redacted);
	}

	@ParameterizedTest
	@CsvSource({ "access%5Ftoken=a, access%5Ftoken=REDACTED", "%70assword=a&b=c, %70assword=REDACTED&b=c",
			"api+key=a, api+key=REDACTED", "%ff%zz.token=a, %ff%zz.token=REDACTED" })
	void namesMayBeEncoded(String query, String redacted) {
		assertThat(redacted(query)).isEqualTo(redacted);
	}

	@ParameterizedTest
	@CsvSource({ "state=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln&b=c, state=REDACTED&b=c",
			"card=4111+1111+1111+1111, card=REDACTED", "h=Bearer%20mine1, h=REDACTED",
			"to=https%3A%2F%2Falice%3Amine%40example.org, to=REDACTED", "a=%7B%22token%22%3A%22mine%22%7D, a=REDACTED",
			"b=c&eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln, b=c&REDACTED" })
	void valuesThatLookLikeSecretsAreRedacted(String query, String redacted) {
		assertThat(redacted(query)).isEqualTo(redacted);
	}

	@Test
	void masksNothingWhereMaskingIsOff() {
		assertThat(UrlQuery.redacted("password=a", Masker.none())).isEqualTo("password=a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "token", "a&", "&", "=", "%", "%2", "a=b&" })
	@Timeout(10)
	void longQueriesAreReadOnce(String unit) {
		String query = unit.repeat(1_000_000);
		assertThat(redacted(query)).isEqualTo(query);
	}

	private static String redacted(String query) {
		return UrlQuery.redacted(query, Masker.standard());
	}

}
