// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.net.http.HttpResponse;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.reactive.HttpHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Exchanges on Netty that fail where no error handler of Spring WebFlux sees it.
 */
@ReactiveExchangeTest
@Import({ NettyReactiveWebServerFactory.class, NettyUnansweredExchangeTests.OutsideConfiguration.class })
class NettyUnansweredExchangeTests extends AbstractExchangeTests {

	private double requests;

	NettyUnansweredExchangeTests() {
		super(NettyWebServer.class);
	}

	@BeforeEach
	void count() {
		this.requests = count("request.count", "unmatched");
	}

	/** Netty hangs up. */
	@Test
	void endWhenWhatIsOutsideThrows() {
		this.traceIds.add(this.callersTraceId);
		assertThatIOException().isThrownBy(() -> callWithParent("/throws-outside"));
		assertIsRecordedOnce("/throws-outside");
	}

	/** Netty answers. */
	@Test
	void endWhenWhatIsOutsideFails() throws Exception {
		HttpResponse<String> response = callWithParent("/fails-outside");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(this.callersTraceId);
		assertIsRecordedOnce("/fails-outside");
	}

	/** By a method that clients do not repeat. */
	private HttpResponse<String> callWithParent(String path) throws IOException, InterruptedException {
		return send("POST", path, new String[] { "traceparent", sampledTraceparent() });
	}

	private void assertIsRecordedOnce(String path) {
		SpanData span = onlySpan();
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(attributes(span)).containsEntry("http.response.status_code", 500L)
			.containsEntry("error.type", "IllegalStateException");
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("POST " + path + " - 500");
		assertThat(onlyAccessLine().getLevel()).isEqualTo(Level.ERROR);
		assertThat(count("request.count", "unmatched") - this.requests).isEqualTo(1);
		assertThat(active("unresolved")).isZero();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class OutsideConfiguration {

		@Bean
		WebHttpHandlerBuilderCustomizer outside() {
			return (builder) -> builder.httpHandlerDecorator((handler) -> failing(handler));
		}

		private static HttpHandler failing(HttpHandler handler) {
			return (request, response) -> switch (request.getPath().value()) {
				case "/throws-outside" -> throw new IllegalStateException("outside");
				case "/fails-outside" -> Mono.error(new IllegalStateException("outside"));
				default -> handler.handle(request, response);
			};
		}

	}

}
