// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import reactor.core.publisher.Flux;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Answers that fail when it is too late for an error page, or when the container already
 * waits for somebody else to answer.
 */
@RestController
class LateFailureEndpoints {

	@GetMapping("/late/emitter")
	SseEmitter emitter() throws IOException {
		SseEmitter emitter = new SseEmitter();
		emitter.send("one");
		emitter.completeWithError(new IllegalStateException("emitter"));
		return emitter;
	}

	@GetMapping(path = "/late/flux", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<String> flux() {
		return Flux.just("one").concatWith(Flux.error(new IllegalStateException("flux")));
	}

	@GetMapping("/late/committed-async")
	void committedAsync(HttpServletRequest request, HttpServletResponse response) throws IOException {
		AsyncContext async = request.startAsync(request, response);
		async.setTimeout(1000);
		async.getResponse().getWriter().print("one");
		async.getResponse().flushBuffer();
		throw new IllegalStateException("async");
	}

	@GetMapping("/late/async")
	void async(HttpServletRequest request, HttpServletResponse response) {
		request.startAsync(request, response).setTimeout(1000);
		throw new IllegalStateException("async");
	}

	/** A filter throws behind it. */
	@GetMapping("/late/deferred")
	DeferredResult<String> deferred() {
		return new DeferredResult<>(1000L);
	}

	@GetMapping("/late/getter")
	List<Object> getter() {
		List<Object> beans = new ArrayList<>();
		for (int i = 0; i < 10_000; i++) {
			beans.add(Map.of("number", i));
		}
		beans.add(new AbstractMap.SimpleEntry<>("key", "value") {

			@Override
			public String getValue() {
				throw new IllegalStateException("getter");
			}

		});
		return beans;
	}

	@GetMapping("/late/writer")
	void writer(HttpServletResponse response) throws IOException {
		response.setContentType("text/plain");
		String text = "x".repeat(1 << 16);
		for (int i = 0; i < 1600; i++) {
			response.getWriter().write(text);
		}
	}

	@GetMapping("/late/headers")
	void headers(HttpServletResponse response) {
		response.addIntHeader("X-Tracking-ID", 1);
		response.addDateHeader("X-Tracking-ID", 1);
	}

}
