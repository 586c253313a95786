// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cases of the contract.
 */
final class ExchangeCases {

	private static final String USER = "Basic "
			+ Base64.getEncoder().encodeToString("user:password".getBytes(StandardCharsets.UTF_8));

	private static final String JSON = "application/json";

	private ExchangeCases() {
	}

	static Stream<ExchangeCase> all() {
		return Stream.of(answered(), malformed(), refused(), notFound(), failed(), later(), others())
			.flatMap(List::stream);
	}

	private static List<ExchangeCase> answered() {
		return List.of(ExchangeCase.get("200", "/contract/ok"),
				ExchangeCase.of("201", "POST", "/contract/created").answers(201),
				ExchangeCase.of("204", "DELETE", "/contract/deleted/7").answers(204).routed("/contract/deleted/{id}"),
				ExchangeCase.get("304", "/contract/unchanged").with("If-None-Match", "\"1\"").answers(304),
				ExchangeCase.get("redirect", "/contract/moved").answers(302),
				ExchangeCase.of("HEAD", "HEAD", "/contract/ok"),
				ExchangeCase.of("OPTIONS", "OPTIONS", "/contract/ok").unmatched(),
				ExchangeCase.get("JSON", "/contract/json"),
				ExchangeCase.get("gzip", "/contract/large").with("Accept-Encoding", "gzip"),
				ExchangeCase.get("path of 7 KB", "/contract/echo/" + "x".repeat(7000)).routed("/contract/echo/{text}"),
				ExchangeCase.get("cross-origin", "/contract/shared").with("Origin", "https://example.org"));
	}

	private static List<ExchangeCase> malformed() {
		return List.of(
				ExchangeCase.of("400, unreadable body", "POST", "/contract/validated")
					.sending(JSON, "{")
					.fails(400, "HttpMessageNotReadableException|ServerWebInputException"),
				ExchangeCase.of("400, invalid body", "POST", "/contract/validated")
					.sending(JSON, "{\"name\":\"\"}")
					.fails(400, "MethodArgumentNotValidException|WebExchangeBindException"),
				ExchangeCase.get("400, wrong type", "/contract/number/one")
					.routed("/contract/number/{number}")
					.fails(400, "MethodArgumentTypeMismatchException|ServerWebInputException"),
				ExchangeCase.get("400, missing parameter", "/contract/parameter")
					.fails(400, "MissingServletRequestParameterException|MissingRequestValueException"));
	}

	private static List<ExchangeCase> refused() {
		return List.of(
				ExchangeCase.get("401, by a filter", "/secret/door")
					.unmatched()
					.fails(401, "401|ResponseStatusException"),
				ExchangeCase.get("403, by a filter", "/forbidden/door")
					.with("Authorization", USER)
					.unmatched()
					.fails(403, "403"),
				ExchangeCase.get("403, by a method", "/contract/for-admins")
					.with("Authorization", USER)
					.fails(403, "AuthorizationDeniedException|403"),
				ExchangeCase.get("403, wrong origin", "/contract/shared")
					.with("Origin", "https://example.com")
					.fails(403, "403"));
	}

	private static List<ExchangeCase> notFound() {
		return List.of(
				ExchangeCase.get("404, no handler", "/nowhere").unmatched().fails(404, "NoResourceFoundException"),
				ExchangeCase.of("405", "PUT", "/contract/ok")
					.unmatched()
					.fails(405, "HttpRequestMethodNotSupportedException|MethodNotAllowedException"),
				ExchangeCase.get("406", "/contract/json")
					.with("Accept", "text/csv")
					.unmatched()
					.fails(406, "HttpMediaTypeNotAcceptableException|NotAcceptableStatusException"),
				ExchangeCase.get("413", "/contract/status/413")
					.routed("/contract/status/{status}")
					.fails(413, "ResponseStatusException"),
				ExchangeCase.of("415", "POST", "/contract/validated")
					.sending("text/csv", "a,b")
					.fails(415, "HttpMediaTypeNotSupportedException|UnsupportedMediaTypeStatusException"),
				ExchangeCase.get("429", "/contract/status/429")
					.routed("/contract/status/{status}")
					.fails(429, "ResponseStatusException"));
	}

	private static List<ExchangeCase> failed() {
		return List.of(
				ExchangeCase.get("500, in a filter", "/filter-fails").unmatched().fails(500, "IllegalStateException"),
				ExchangeCase.get("500, in a controller", "/throws").fails(500, "IllegalStateException"),
				ExchangeCase.get("500, later", "/callable-fails").fails(500, "IllegalStateException"),
				ExchangeCase.get("500, in a message converter", "/contract/unwritable")
					.fails(500, "HttpMessageNotWritableException|EncodingException"),
				ExchangeCase.get("503, by its exception", "/contract/status/503")
					.routed("/contract/status/{status}")
					.fails(503, "ResponseStatusException"),
				ExchangeCase.get("409, by an exception handler", "/contract/handled")
					.fails(409, "UnsupportedOperationException|409"),
				ExchangeCase.get("422, by a problem detail", "/problem").fails(422, "422"));
	}

	private static List<ExchangeCase> later() {
		return List.of(ExchangeCase.get("Callable", "/callable"),
				ExchangeCase.get("CompletableFuture", "/contract/future"), ExchangeCase.get("Mono", "/contract/mono"),
				ExchangeCase.get("Flux", "/contract/flux"),
				ExchangeCase.get("event stream", "/contract/events").with("Accept", "text/event-stream"),
				ExchangeCase.get("StreamingResponseBody", "/stream").onlyOn(ExchangeCase.SERVLET),
				ExchangeCase.get("time-out", "/never")
					.fails(503, "AsyncRequestTimeoutException")
					.onlyOn(ExchangeCase.SERVLET));
	}

	private static List<ExchangeCase> others() {
		return List.of(
				ExchangeCase.of("CORS preflight", "OPTIONS", "/contract/shared")
					.with("Origin", "https://example.org")
					.with("Access-Control-Request-Method", "GET"),
				ExchangeCase.get("functional route", "/functional/7").routed("/functional/{id}"),
				ExchangeCase.get("static resource", "/static.txt").routed("/**"),
				ExchangeCase.get("forward", "/forwards").onlyOn(ExchangeCase.SERVLET));
	}

}
