// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.web.server.WebServer;

/**
 * The contract of an exchange, case by case: what the caller gets, and what is recorded.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractExchangeContractTests extends AbstractExchangeTests {

	AbstractExchangeContractTests(Class<? extends WebServer> server) {
		super(server);
	}

	Stream<ExchangeCase> cases() {
		return ExchangeCases.all().filter((contract) -> contract.isFor(isReactive()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void keepsTheContract(ExchangeCase contract) throws Exception {
		String errorType = contract.errorType(isReactive());
		Tags labels = Tags.of("service_name", "exchange-test", "endpoint",
				contract.route().isEmpty() ? "unmatched" : contract.route(), "method", contract.method());
		Tags outcome = labels.and("status_code", Integer.toString(contract.status()));
		double requests = count("request.count", outcome.and("api_version", "none"));
		double errors = count("request.errors", outcome.and("error_type", errorType));
		long durations = timed(labels);
		HttpResponse<String> response = send(contract);
		SpanData span = onlySpan();
		SoftAssertions softly = new SoftAssertions();
		softly.assertThat(response.statusCode()).as("status").isEqualTo(contract.status());
		softly.assertThat(response.headers().allValues("X-Tracking-ID"))
			.as("header")
			.containsExactly(span.getTraceId());
		checkSpan(softly, contract, span);
		softly.assertThat(count("request.count", outcome.and("api_version", "none")) - requests)
			.as("requests")
			.isEqualTo(1);
		softly.assertThat(count("request.errors", outcome.and("error_type", errorType)) - errors)
			.as("errors of type " + errorType)
			.isEqualTo(errorType.isEmpty() ? 0 : 1);
		softly.assertThat(timed(labels) - durations).as("durations").isEqualTo(1);
		checkAccessLine(softly, contract);
		softly.assertAll();
	}

	private void checkSpan(SoftAssertions softly, ExchangeCase contract, SpanData span) {
		boolean fails = contract.status() >= 500;
		softly.assertThat(span.getName())
			.as("span")
			.isEqualTo(contract.route().isEmpty() ? contract.method() : contract.method() + " " + contract.route());
		softly.assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
		softly.assertThat(span.getParentSpanContext().isValid()).as("has a parent").isFalse();
		softly.assertThat(span.getStatus().getStatusCode()).isEqualTo(fails ? StatusCode.ERROR : StatusCode.UNSET);
		softly.assertThat(attributes(span))
			.containsEntry("http.request.method", contract.method())
			.containsEntry("http.response.status_code", (long) contract.status())
			.containsEntry("url.path", contract.pathAlone())
			.containsEntry("url.scheme", "http")
			.containsEntry("network.protocol.version", "1.1")
			.containsEntry("tracking.id", span.getTraceId());
		softly.assertThat(attributes(span).get("http.route"))
			.as("route")
			.isEqualTo(contract.route().isEmpty() ? null : contract.route());
		softly.assertThat(attributes(span).get("error.type"))
			.as("error.type")
			.isEqualTo(fails ? contract.errorType(isReactive()) : null);
	}

	private void checkAccessLine(SoftAssertions softly, ExchangeCase contract) {
		Level level = (contract.status() >= 500) ? Level.ERROR : (contract.status() >= 400) ? Level.WARN : Level.INFO;
		softly.assertThat(onlyAccessLine().getFormattedMessage())
			.isEqualTo(contract.method() + " " + contract.pathAlone() + " - " + contract.status());
		softly.assertThat(onlyAccessLine().getLevel()).isEqualTo(level);
	}

	private HttpResponse<String> send(ExchangeCase contract) throws Exception {
		return send(contract.method(), contract.path(), contract.body(), contract.headers().toArray(String[]::new));
	}

	private long timed(Tags labels) {
		return this.meters.find("request.duration")
			.tags(labels)
			.timers()
			.stream()
			.mapToLong((timer) -> timer.count())
			.sum();
	}

}
