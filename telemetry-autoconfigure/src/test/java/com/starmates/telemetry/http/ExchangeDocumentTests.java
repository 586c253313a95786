// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documentation tells the contract that the tests keep.
 */
class ExchangeDocumentTests {

	private static final Path DOCUMENT = Path.of("../docs/exchanges.md");

	private static final String INTRODUCTION = """
			# Exchanges

			What is recorded of a request, case by case. Written by a test from the cases that the tests send to
			each server. Each case has the header once, with the id of its server span; one count, one duration
			and, where there is an error type, one error; and one access line.

			*Route* is the label `endpoint`, the attribute `http.route` and the end of the span's name; without
			one, the label is `unmatched`. *Error type* is the label `error_type`, and the attribute `error.type`
			from status 500 on.

			| case | request | status | route | error type, MVC | error type, WebFlux \
			| Tomcat | Tomcat, virtual threads | Jetty | Netty |
			| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
			""";

	private static final String END = """

			A request that the server itself refuses, because its first line or a header cannot be read, reaches
			no application: it has no id, and nothing is recorded of it. A caller that leaves before the response
			is complete ends the exchange with the status that was set and `error.category` `network`.
			""";

	@Test
	void documentListsEveryCase() throws IOException {
		String expected = INTRODUCTION
				+ ExchangeCases.all().map(ExchangeDocumentTests::row).collect(Collectors.joining()) + END;
		if (Boolean.getBoolean("update-docs")) {
			Files.writeString(DOCUMENT, expected);
		}
		assertThat(DOCUMENT).content().as("docs/exchanges.md; write it with -Dupdate-docs=true").isEqualTo(expected);
	}

	private static String row(ExchangeCase contract) {
		String servlet = contract.isFor(false) ? "yes" : "–";
		return "| %s | `%s %s` | %d | %s | %s | %s | %s | %s | %s | %s |\n".formatted(contract.name(),
				contract.method(), shortened(contract.path()), contract.status(), code(contract.route()),
				contract.isFor(false) ? code(contract.errorType(false)) : "",
				contract.isFor(true) ? code(contract.errorType(true)) : "", servlet, servlet, servlet,
				contract.isFor(true) ? "yes" : "–");
	}

	private static String shortened(String path) {
		return (path.length() > 40) ? path.substring(0, 20) + "…" : path;
	}

	private static String code(String text) {
		return text.isEmpty() ? "" : "`" + text + "`";
	}

}
