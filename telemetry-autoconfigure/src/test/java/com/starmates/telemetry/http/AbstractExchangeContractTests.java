// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of an exchange, case by case: what the caller gets, and what is recorded.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AbstractExchangeContractTests extends AbstractExchangeTests {

	private static final Set<String> OF_ALL_METERS = Set.of("service", "environment", "project");

	AbstractExchangeContractTests(Class<? extends WebServer> server) {
		super(server);
	}

	Stream<ExchangeCase> cases() {
		return ExchangeCases.all().filter((contract) -> contract.isFor(isReactive()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void keepsTheContract(ExchangeCase contract) throws Exception {
		Meters before = meters(contract);
		ExchangeCaller.Answer answer = new ExchangeCaller(this.port).send(contract);
		this.traceIds.addAll(answer.trackingIds());
		SpanData span = onlySpan();
		SoftAssertions softly = new SoftAssertions();
		checkAnswer(softly, contract, answer, span.getTraceId());
		checkSpan(softly, contract, span);
		checkAttributes(softly, contract, answer, span);
		softly.assertThat(meters(contract))
			.as("meters")
			.isEqualTo(before.plusOne(!contract.errorType(isReactive()).isEmpty()));
		checkAccessLine(softly, contract);
		softly.assertAll();
	}

	@Test
	void metersHaveNoOtherLabels() throws Exception {
		get("/throws");
		onlySpan();
		assertThat(labels("request.count")).containsExactlyInAnyOrder("service_name", "endpoint", "method",
				"status_code", "api_version");
		assertThat(labels("request.duration")).containsExactlyInAnyOrder("service_name", "endpoint", "method");
		assertThat(labels("request.errors")).containsExactlyInAnyOrder("service_name", "endpoint", "method",
				"error_type", "status_code");
		assertThat(labels("active.requests")).containsExactlyInAnyOrder("service_name", "endpoint");
	}

	private Set<String> labels(String meter) {
		return this.meters.get(meter)
			.tag("endpoint", "/throws")
			.meter()
			.getId()
			.getTags()
			.stream()
			.map(Tag::getKey)
			.filter((key) -> !OF_ALL_METERS.contains(key))
			.collect(Collectors.toSet());
	}

	private void checkAnswer(SoftAssertions softly, ExchangeCase contract, ExchangeCaller.Answer answer, String id) {
		softly.assertThat(answer.status()).as("status").isEqualTo(contract.status());
		softly.assertThat(answer.trackingIds()).as("header").containsExactly(id);
		softly.assertThat(answer.body()).as("body").matches(contract.answer(isReactive(), id));
	}

	private void checkSpan(SoftAssertions softly, ExchangeCase contract, SpanData span) {
		HttpMethod method = HttpMethod.of(contract.method());
		softly.assertThat(span.getName()).as("span").isEqualTo((method.spanName() + " " + contract.route()).strip());
		softly.assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
		softly.assertThat(span.getParentSpanContext().isValid()).as("has a parent").isFalse();
		softly.assertThat(span.getStatus().getStatusCode())
			.isEqualTo(contract.isServerError() ? StatusCode.ERROR : StatusCode.UNSET);
	}

	/** All that the span may have. */
	private void checkAttributes(SoftAssertions softly, ExchangeCase contract, ExchangeCaller.Answer answer,
			SpanData span) {
		Map<String, Object> expected = attributes(contract, span);
		Map<String, Object> actual = attributes(span);
		softly.assertThat(actual.remove("network.peer.port"))
			.asInstanceOf(InstanceOfAssertFactories.LONG)
			.isBetween(1L, 65535L);
		if (contract.isSizeKnown()) {
			expected.put("request.size", (long) contract.body().length());
			expected.put("response.size", (long) answer.body().getBytes(StandardCharsets.UTF_8).length);
		}
		else {
			actual.keySet().removeAll(Set.of("request.size", "response.size"));
		}
		softly.assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
	}

	private Map<String, Object> attributes(ExchangeCase contract, SpanData span) {
		Map<String, Object> expected = new HashMap<>(Map.of("http.request.method",
				HttpMethod.of(contract.method()).label(), "http.response.status_code", (long) contract.status(),
				"url.path", contract.pathAlone(), "url.scheme", "http", "server.address", "localhost", "server.port",
				(long) this.port, "client.address", "127.0.0.1", "network.peer.address", "127.0.0.1",
				"network.protocol.version", "1.1", "user_agent.original", ExchangeCaller.USER_AGENT));
		expected.put("tracking.id", span.getTraceId());
		put(expected, "http.route", contract.route());
		put(expected, "url.query", contract.query());
		put(expected, "error.type", contract.isServerError() ? contract.errorType(isReactive()) : "");
		put(expected, "http.request.method_original", "PURGE".equals(contract.method()) ? "PURGE" : "");
		return expected;
	}

	private static void put(Map<String, Object> attributes, String key, String value) {
		if (!value.isEmpty()) {
			attributes.put(key, value);
		}
	}

	private void checkAccessLine(SoftAssertions softly, ExchangeCase contract) {
		Level level = (contract.status() >= 500) ? Level.ERROR : (contract.status() >= 400) ? Level.WARN : Level.INFO;
		softly.assertThat(onlyAccessLine().getFormattedMessage())
			.isEqualTo(contract.method() + " " + contract.pathAlone() + " - " + contract.status());
		softly.assertThat(onlyAccessLine().getLevel()).isEqualTo(level);
		softly.assertThat(onlyAccessLine().getKeyValuePairs())
			.filteredOn((pair) -> "error_type".equals(pair.key))
			.extracting((pair) -> pair.value)
			.containsExactlyElementsOf(
					Stream.of(contract.errorType(isReactive())).filter((type) -> !type.isEmpty()).toList());
	}

	private Meters meters(ExchangeCase contract) {
		String endpoint = contract.route().isEmpty() ? "unmatched" : contract.route();
		Tags labels = Tags.of("service_name", "exchange-test", "endpoint", endpoint, "method",
				HttpMethod.of(contract.method()).label());
		Tags outcome = labels.and("status_code", Integer.toString(contract.status()));
		return new Meters(count("request.count", outcome.and("api_version", contract.apiVersion())),
				this.meters.find("request.duration").tags(labels).timers().stream().mapToLong(Timer::count).sum(),
				count("request.errors", outcome.and("error_type", contract.errorType(isReactive()))), active());
	}

	private record Meters(double requests, long durations, double errors, double active) {

		Meters plusOne(boolean error) {
			return new Meters(this.requests + 1, this.durations + 1, this.errors + (error ? 1 : 0), 0);
		}

	}

}
