// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

import org.springframework.boot.web.server.WebServer;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the access log shows where its settings say so.
 */
@TestPropertySource(properties = { "telemetry.http.access-log.success-rate=0.5",
		"telemetry.http.access-log.exclude-paths=/text", "telemetry.http.access-log.headers=X-Tenant,x-client-version",
		"telemetry.http.access-log.level=debug", "telemetry.http.access-log.client-error-level=info",
		"logging.level.com.starmates.telemetry.access=debug" })
abstract class AbstractAccessLogTests extends AbstractExchangeTests {

	AbstractAccessLogTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void showsSuccessesThatAreChosenByTheirTrace() throws Exception {
		get("/api/v2/things/7", "traceparent", chosen());
		assertThat(onlyAccessLine().getLevel()).hasToString("DEBUG");
	}

	@Test
	void doesNotShowTheOthers() throws Exception {
		get("/api/v2/things/7", "traceparent", notChosen());
		get("/things", "traceparent", chosen());
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /things - 405");
	}

	@Test
	void showsErrorsWhateverTheirTrace() throws Exception {
		get("/things", "traceparent", notChosen());
		assertThat(onlyAccessLine().getLevel()).hasToString("INFO");
	}

	@Test
	void doesNotShowExcludedPaths() throws Exception {
		get("/text", "traceparent", chosen());
		get("/things", "traceparent", chosen());
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /things - 405");
		assertThat(spans(2)).hasSize(2);
	}

	@Test
	void showsHeadersThatAreListed() throws Exception {
		get("/things", "X-TENANT", "acme", "X-Client-Version", "1.2", "X-Other", "no");
		assertThat(headers(onlyAccessLine())).isEqualTo(Map.of("x_tenant", "acme", "x_client_version", "1.2"));
	}

	@Test
	void showsNoHeadersWhereThereAreNone() throws Exception {
		get("/things", "X-Other", "no");
		assertThat(headers(onlyAccessLine())).isNull();
	}

	/** The second half of an id, as a fraction of all that there are, decides. */
	private String chosen() {
		return traceparent("ffff", "7000000000000000");
	}

	private String notChosen() {
		return traceparent("0000", "9000000000000000");
	}

	private String traceparent(String start, String secondHalf) {
		return "00-" + start + this.callersTraceId.substring(4, 16) + secondHalf + "-00f067aa0ba902b7-01";
	}

	private static Object headers(ILoggingEvent line) {
		return line.getKeyValuePairs()
			.stream()
			.filter((pair) -> pair.key.equals("request_headers"))
			.map((KeyValuePair pair) -> pair.value)
			.findFirst()
			.orElse(null);
	}

}
