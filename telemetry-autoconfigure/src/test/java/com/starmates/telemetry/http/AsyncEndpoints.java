// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.tracking.TrackingId;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Answers that come later, or never.
 */
@RestController
class AsyncEndpoints {

	private final CountDownLatch holding = new CountDownLatch(1);

	@GetMapping("/never")
	DeferredResult<String> never() {
		return new DeferredResult<>(100L);
	}

	@GetMapping("/held")
	Callable<String> held() {
		return () -> {
			this.holding.await(10, TimeUnit.SECONDS);
			return "released";
		};
	}

	void release() {
		this.holding.countDown();
	}

	@GetMapping("/raw-async")
	void rawAsync(HttpServletRequest request) {
		AsyncContext async = request.startAsync();
		async.start(() -> {
			print(async, "raw");
			async.complete();
		});
	}

	@GetMapping("/async-sends-error")
	void asyncSendsError(HttpServletRequest request, HttpServletResponse response) {
		AsyncContext async = request.startAsync(request, response);
		async.start(() -> {
			try {
				((HttpServletResponse) async.getResponse()).sendError(409);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			async.complete();
		});
	}

	@GetMapping("/async-twice")
	void asyncTwice(HttpServletRequest request, HttpServletResponse response) {
		AsyncContext async = request.startAsync(request, response);
		if (request.getDispatcherType() == DispatcherType.REQUEST) {
			async.dispatch();
			return;
		}
		String id = String.valueOf(TrackingId.current());
		async.start(() -> {
			print(async, id);
			async.complete();
		});
	}

	@GetMapping("/forwards")
	void forwards(HttpServletRequest request, HttpServletResponse response) throws Exception {
		request.getRequestDispatcher("/text").forward(request, response);
	}

	private static void print(AsyncContext async, String text) {
		try {
			async.getResponse().getWriter().print(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
