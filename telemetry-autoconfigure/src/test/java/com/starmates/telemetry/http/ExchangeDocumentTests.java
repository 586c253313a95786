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
			each server. Each case has the header once, with the id of its server span; the body that is expected;
			one span with all attributes of the stable semantic conventions, and no others than ours; one count, one
			duration and, where there is an error type, one error; and one access line.

			*Route* is the label `endpoint`, the attribute `http.route` and the end of the span's name; without
			one, the label is `unmatched`. *Error type* is the label `error_type`, and the attribute `error.type`
			from status 500 on, and of a caller that leaves. *Version* is the label `api_version`.

			| case | request | status | route | version | error type, MVC | error type, WebFlux \
			| Tomcat | Tomcat, virtual threads | Jetty | Netty |
			| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
			""";

	private static final String END = """

			A request that the server itself refuses, because its first line or a header cannot be read, reaches
			no application: it has no id, and nothing is recorded of it. A caller that leaves before the response
			is complete ends the exchange with the status that was set and `error.category` `network`, where the
			server notices: Netty while the handler works or a stream is written, not while one complete body is;
			Tomcat and Jetty when a write fails, so not for a short body. It counts as an error of the request, at
			the level of its status. A response that fails on its way, because its stream or its serializer does,
			ends with the status that was sent and the exception.

			The application of these tests has Spring Security, and static resources under `/files` only: in
			another one, who answers `PURGE` or an unknown path may have another error type.

			`error.category` is `client` where the status is 4xx. Else the exception and its causes say it: `timeout`
			if one of them is one, `network` if a connection did not work or broke, and `server` for everything else:
			I/O errors of files and parsers are the service's own.

			The exchange of a WebSocket ends with its handshake. The attribute `url.query` is there where a query is;
			the values of parameters that are [secrets](masking.md) are `REDACTED`. `network.peer.address` and
			`network.peer.port` are of whoever is connected, perhaps a proxy; Tomcat does not tell them once it has
			taken the client's address from a header. `response.size` is what the application and its error page
			write: it is absent, or 0, where the server itself answers.
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
		return "| %s | `%s %s` | %d | %s | %s | %s | %s | %s | %s | %s | %s |\n".formatted(contract.name(),
				contract.method(), shortened(contract.path()), contract.status(), code(contract.route()),
				"none".equals(contract.apiVersion()) ? "" : code(contract.apiVersion()),
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
