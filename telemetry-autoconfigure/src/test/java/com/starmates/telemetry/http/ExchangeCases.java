// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.starmates.telemetry.http.ExchangeCase.Caller;
import com.starmates.telemetry.http.ExchangeCase.Stack;

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
		return Stream
			.of(answered(), versioned(), malformed(), refused(), notFound(), tooMuch(), failed(), handled(), later(),
					dispatched(), others())
			.flatMap(List::stream);
	}

	private static List<ExchangeCase> answered() {
		return List.of(ExchangeCase.get("200", "/contract/ok").answers("ok"),
				ExchangeCase.get("200, with a query", "/contract/parameter?name=a%20b").answers("a b"),
				ExchangeCase.of("201", "POST", "/contract/created").answers(201),
				ExchangeCase.of("204", "DELETE", "/contract/deleted/7").answers(204).routed("/contract/deleted/{id}"),
				ExchangeCase.get("304", "/contract/unchanged").with("If-None-Match", "\"1\"").answers(304),
				ExchangeCase.get("redirect", "/contract/moved").answers(302),
				ExchangeCase.of("HEAD", "HEAD", "/contract/ok"),
				ExchangeCase.of("OPTIONS", "OPTIONS", "/contract/ok").unmatched(),
				ExchangeCase.of("CORS preflight", "OPTIONS", "/contract/shared")
					.with("Origin", "https://example.org")
					.with("Access-Control-Request-Method", "GET"),
				ExchangeCase.get("cross-origin", "/contract/shared")
					.with("Origin", "https://example.org")
					.answers("shared"),
				ExchangeCase.get("JSON", "/contract/json").answers("{\"name\":\"json\"}"),
				ExchangeCase.get("gzip", "/contract/large")
					.with("Accept-Encoding", "gzip")
					.answers("0123456789".repeat(1000)));
	}

	private static List<ExchangeCase> versioned() {
		return List.of(
				ExchangeCase.get("API version, in the path", "/contract/v1/things").versioned("v1").answers("first"),
				ExchangeCase.get("API version, in a header", "/contract/versioned")
					.with("X-API-Version", "2.1")
					.versioned("v2")
					.answers("second"),
				ExchangeCase.get("400, unknown API version", "/contract/versioned")
					.with("X-API-Version", "9")
					.fails(400, "InvalidApiVersionException"));
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
					.fails(400, "MissingServletRequestParameterException|MissingRequestValueException"),
				ExchangeCase.of("400, unknown method", "PURGE", "/contract/ok")
					.unmatched()
					.fails(400, "400")
					.answers(ErrorBodies.servlet(400, "/contract/ok"), ""));
	}

	private static List<ExchangeCase> refused() {
		return List.of(
				ExchangeCase.get("401, by a filter", "/secret/door")
					.unmatched()
					.fails(401, "401|ResponseStatusException"),
				ExchangeCase.get("403, by a filter", "/forbidden/door")
					.with("Authorization", USER)
					.unmatched()
					.fails(403, "403")
					.answers(ErrorBodies.servlet(403, "/forbidden/door"), "Access Denied"),
				ExchangeCase.get("403, by a method", "/contract/for-admins")
					.with("Authorization", USER)
					.fails(403, "AuthorizationDeniedException|403")
					.answers(ErrorBodies.servlet(403, "/contract/for-admins"), "Access Denied"),
				ExchangeCase.get("403, wrong origin", "/contract/shared")
					.with("Origin", "https://example.com")
					.fails(403, "403")
					.answers("Invalid CORS request", ""));
	}

	private static List<ExchangeCase> notFound() {
		return List.of(
				ExchangeCase.get("404, no handler", "/nowhere")
					.unmatched()
					.fails(404, "NoHandlerFoundException|ResponseStatusException"),
				ExchangeCase.get("404, no static resource", "/files/missing.css")
					.unmatched()
					.fails(404, "NoResourceFoundException"),
				ExchangeCase.of("405", "PUT", "/contract/ok")
					.unmatched()
					.fails(405, "HttpRequestMethodNotSupportedException|MethodNotAllowedException"),
				ExchangeCase.get("406", "/contract/json")
					.with("Accept", "text/csv")
					.unmatched()
					.fails(406, "HttpMediaTypeNotAcceptableException|NotAcceptableStatusException")
					.answers("", ErrorBodies.reactive(406, "/contract/json")),
				ExchangeCase.of("415", "POST", "/contract/validated")
					.sending("text/csv", "a,b")
					.fails(415, "HttpMediaTypeNotSupportedException|UnsupportedMediaTypeStatusException"));
	}

	private static List<ExchangeCase> tooMuch() {
		return List.of(
				upload("413, upload", 11_000).unmatched()
					.fails(413, "MaxUploadSizeExceededException")
					.answers("*")
					.sizeUnknown()
					.onlyOn(Stack.SERVLET),
				ExchangeCase.of("413, body", "POST", "/text")
					.sending("text/plain", "x".repeat(300_000))
					.fails(413, "ContentTooLargeException")
					.onlyOn(Stack.REACTIVE),
				ExchangeCase.get("429, by its exception", "/contract/status/429")
					.routed("/contract/status/{status}")
					.fails(429, "ResponseStatusException"));
	}

	private static List<ExchangeCase> failed() {
		return List.of(
				ExchangeCase.get("500, in a filter", "/filter-fails").unmatched().fails(500, "IllegalStateException"),
				ExchangeCase.get("500, in an interceptor", "/contract/intercepted")
					.fails(500, "IllegalStateException")
					.onlyOn(Stack.SERVLET),
				ExchangeCase.get("500, in a filter, before the commit", "/contract/intercepted")
					.fails(500, "IllegalStateException")
					.onlyOn(Stack.REACTIVE),
				ExchangeCase.get("500, in a controller", "/throws").fails(500, "IllegalStateException"),
				ExchangeCase.get("500, in a controller, as HTML", "/throws")
					.with("Accept", "text/html")
					.fails(500, "IllegalStateException")
					.answers(ErrorBodies.html(500)),
				ExchangeCase.get("500, later", "/callable-fails").fails(500, "IllegalStateException"),
				ExchangeCase.get("500, in a message converter", "/contract/unwritable")
					.fails(500, "HttpMessageNotWritableException|EncodingException"),
				ExchangeCase.get("500, in a view", "/view-fails").fails(500, "IllegalStateException"));
	}

	private static List<ExchangeCase> handled() {
		return List.of(
				ExchangeCase.get("503, by its exception", "/contract/status/503")
					.routed("/contract/status/{status}")
					.fails(503, "ResponseStatusException"),
				ExchangeCase.get("409, by an exception handler", "/contract/handled")
					.fails(409, "UnsupportedOperationException|409")
					.answers("{\"detail\":\"handled\"," + ErrorBodies.problem(409, "/contract/handled").substring(1)),
				ExchangeCase.get("422, by a problem detail", "/problem")
					.fails(422, "422")
					.answers(ErrorBodies.problem(422, "/problem")));
	}

	private static List<ExchangeCase> later() {
		return List.of(ExchangeCase.get("Callable", "/callable").answers("{id}"),
				ExchangeCase.get("DeferredResult", "/deferred").answers("deferred").onlyOn(Stack.SERVLET),
				ExchangeCase.get("CompletableFuture", "/contract/future").answers("future"),
				ExchangeCase.get("Mono", "/contract/mono").answers("{id}"),
				ExchangeCase.get("Flux", "/contract/flux")
					.answers("[{\"name\":\"thing 0\"},{\"name\":\"thing 1\"},{\"name\":\"thing 2\"}]"),
				ExchangeCase.get("event stream", "/contract/events")
					.with("Accept", "text/event-stream")
					.answers("data:event 0\n\ndata:event 1\n\ndata:event 2\n\n"),
				ExchangeCase.get("SseEmitter", "/emitter")
					.answers("data:event 0\n\ndata:event 1\n\n")
					.onlyOn(Stack.SERVLET),
				ExchangeCase.get("StreamingResponseBody", "/stream")
					.answers("0123456789".repeat(3))
					.onlyOn(Stack.SERVLET),
				ExchangeCase.get("time-out", "/never")
					.fails(503, "AsyncRequestTimeoutException")
					.sizeUnknown()
					.onlyOn(Stack.SERVLET),
				ExchangeCase.get("caller leaves", "/writes-on")
					.fails(200, "AsyncRequestNotUsableException|CallerDisconnectedException")
					.calledBy(Caller.LEAVES)
					.answers(""));
	}

	private static List<ExchangeCase> dispatched() {
		return List.of(ExchangeCase.get("forward", "/forwards").answers("für 10 €").onlyOn(Stack.SERVLET),
				ExchangeCase.get("include", "/includes").answers("before für 10 € after").onlyOn(Stack.SERVLET),
				ExchangeCase.get("error dispatch", "/sends-error").fails(418, "418").onlyOn(Stack.SERVLET));
	}

	private static List<ExchangeCase> others() {
		return List.of(upload("multipart", 10).answers("a.txt 10"),
				ExchangeCase.get("path of 8 KB", "/contract/echo/" + "x".repeat(8192 - 15))
					.routed("/contract/echo/{text}")
					.answers("8177"),
				ExchangeCase.get("functional route", "/functional/7").routed("/functional/{id}"),
				ExchangeCase.get("static resource", "/files/static.txt").routed("/files/**").answers("static\n"),
				ExchangeCase.get("WebSocket", "/socket")
					.with("Connection", "Upgrade")
					.with("Upgrade", "websocket")
					.with("Sec-WebSocket-Version", "13")
					.with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
					.calledBy(Caller.UPGRADES)
					.answers(101));
	}

	private static ExchangeCase upload(String name, int size) {
		return ExchangeCase.of(name, "POST", "/upload").sending("multipart/form-data; boundary=b", """
				--b\r
				Content-Disposition: form-data; name="file"; filename="a.txt"\r
				Content-Type: text/plain\r
				\r
				%s\r
				--b--\r
				""".formatted("x".repeat(size)));
	}

}
