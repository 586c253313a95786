// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebExceptionHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tracking header on Netty, whatever the application does at the last moment.
 */
@ReactiveExchangeTest
@Import({ NettyReactiveWebServerFactory.class, NettyCommitExchangeTests.Endpoints.class,
		NettyCommitExchangeTests.AnsweringConfiguration.class })
class NettyCommitExchangeTests extends AbstractExchangeTests {

	NettyCommitExchangeTests() {
		super(NettyWebServer.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/commit/adds", "/commit/sets", "/commit/clears", "/commit/adds-later" })
	void isThereOnceWhateverIsDoneBeforeTheCommit(String path) throws Exception {
		HttpResponse<String> response = get(path, "Origin", "https://elsewhere.example");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(onlySpan().getTraceId());
		assertThat(response.headers().allValues("Access-Control-Expose-Headers")).containsOnlyOnce("X-Tracking-ID");
	}

	@Test
	void isThereOnceWhenWhatIsDoneBeforeTheCommitFails() throws Exception {
		HttpResponse<String> response = get("/commit/clears-and-fails", "Origin", "https://elsewhere.example");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(onlySpan().getTraceId());
		assertThat(response.headers().allValues("Access-Control-Expose-Headers")).containsExactly("X-Tracking-ID");
	}

	/** What is done before the commit is not done a second time. */
	@ParameterizedTest
	@ValueSource(strings = { "none", "one", "many" })
	void isThereOnceWhereAnErrorHandlerLosesIt(String body) throws Exception {
		HttpResponse<String> response = get("/commit/clears-and-fails", "X-Answer", body);
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(onlySpan().getTraceId());
	}

	private static DataBuffer buffer(ServerHttpResponse response) {
		return response.bufferFactory().wrap("done".getBytes(StandardCharsets.UTF_8));
	}

	@RestController
	static class Endpoints {

		@GetMapping("/commit/adds")
		String adds(ServerHttpResponse response) {
			return before(response, (headers) -> headers.add("X-Tracking-ID", "mine"));
		}

		@GetMapping("/commit/sets")
		String sets(ServerHttpResponse response) {
			return before(response, (headers) -> headers.set("x-tracking-id", "mine"));
		}

		@GetMapping("/commit/clears")
		String clears(ServerHttpResponse response) {
			before(response, HttpHeaders::clear);
			return before(response, (headers) -> headers.add("Access-Control-Expose-Headers", "X-Other"));
		}

		@GetMapping("/commit/adds-later")
		Mono<Void> addsLater(ServerHttpResponse response) {
			return response.writeWith(Mono.fromSupplier(() -> {
				before(response, (headers) -> headers.add("X-Tracking-ID", "mine"));
				return buffer(response);
			}));
		}

		@GetMapping("/commit/clears-and-fails")
		String clearsAndFails(ServerHttpResponse response) {
			return before(response, (headers) -> {
				headers.clear();
				throw new IllegalStateException("too late");
			});
		}

		private static String before(ServerHttpResponse response, Consumer<HttpHeaders> action) {
			response.beforeCommit(() -> Mono.fromRunnable(() -> action.accept(response.getHeaders())));
			return "done";
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class AnsweringConfiguration {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE + 1)
		WebExceptionHandler answering() {
			return (exchange, exception) -> {
				String body = exchange.getRequest().getHeaders().getFirst("X-Answer");
				return (body != null) ? answer(exchange.getResponse(), body) : Mono.error(exception);
			};
		}

		private static Mono<Void> answer(ServerHttpResponse response, String body) {
			response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
			response.getHeaders().clear();
			return switch (body) {
				case "none" -> response.setComplete();
				case "one" -> response.writeWith(Mono.fromSupplier(() -> late(response)));
				default -> response.writeWith(Flux.defer(() -> Flux.just(late(response), buffer(response))));
			};
		}

		private static DataBuffer late(ServerHttpResponse response) {
			response.getHeaders().set("X-Tracking-ID", "mine");
			return buffer(response);
		}

	}

}
