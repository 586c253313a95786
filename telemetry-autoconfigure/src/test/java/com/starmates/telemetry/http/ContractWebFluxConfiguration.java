// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.web.accept.SemanticApiVersionParser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.accept.ApiVersionResolver;
import org.springframework.web.reactive.accept.DefaultApiVersionStrategy;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.function.server.support.RouterFunctionMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.result.view.AbstractView;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * What the contract asks of Spring WebFlux alone, or asks it in words of its own.
 */
@Configuration(proxyBeanMethods = false)
@Import(ContractWebFluxConfiguration.Endpoints.class)
class ContractWebFluxConfiguration implements WebFluxConfigurer {

	@Override
	public WebSocketService getWebSocketService() {
		return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy());
	}

	@Bean
	SimpleUrlHandlerMapping webSockets() {
		WebSocketHandler echo = (session) -> session.send(session.receive().doOnNext((message) -> message.retain()));
		return new SimpleUrlHandlerMapping(Map.of("/socket", echo), -1);
	}

	/** Elsewhere, a request without a version would find no handler. */
	@Bean
	RouterFunctionMapping versioned(ServerCodecConfigurer codecs) {
		ApiVersionResolver header = (exchange) -> exchange.getRequest().getHeaders().getFirst("X-API-Version");
		DefaultApiVersionStrategy versions = new DefaultApiVersionStrategy(List.of(header),
				new SemanticApiVersionParser(), false, null, false, null, null);
		versions.addSupportedVersion("2.1");
		RouterFunctionMapping mapping = new RouterFunctionMapping(RouterFunctions.route()
			.GET("/contract/versioned", RequestPredicates.version("2.1"),
					(request) -> ServerResponse.ok().bodyValue("second"))
			.build());
		mapping.setMessageReaders(codecs.getReaders());
		mapping.setApiVersionStrategy(versions);
		mapping.setOrder(-2);
		return mapping;
	}

	/** Fails when its handler has answered: the response is not yet on its way. */
	@Bean
	WebFilter committingFilter() {
		return (exchange, chain) -> {
			if ("/contract/intercepted".equals(exchange.getRequest().getPath().value())) {
				exchange.getResponse().beforeCommit(() -> Mono.error(new IllegalStateException("before commit")));
			}
			return chain.filter(exchange);
		};
	}

	@Controller
	static class Endpoints {

		@GetMapping("/view-fails")
		View viewFails() {
			return new AbstractView() {

				@Override
				protected Mono<Void> renderInternal(Map<String, Object> model, @Nullable MediaType contentType,
						ServerWebExchange exchange) {
					return Mono.error(new IllegalStateException("view"));
				}

			};
		}

		@PostMapping("/upload")
		@ResponseBody
		Mono<String> upload(@RequestPart FilePart file) {
			return DataBufferUtils.join(file.content()).map((content) -> file.filename() + " " + sizeOf(content));
		}

		@PostMapping("/text")
		@ResponseBody
		int length(@RequestBody String text) {
			return text.length();
		}

		private static int sizeOf(DataBuffer content) {
			int size = content.readableByteCount();
			DataBufferUtils.release(content);
			return size;
		}

	}

}
