// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.baggage.Baggage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.channel.AbortedException;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * A reactive service that answers as {@link ExchangeTestApplication} does.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
		ReactiveUserDetailsServiceAutoConfiguration.class })
@EnableReactiveMethodSecurity
@Import({ ContractWebFluxConfiguration.class, ExchangeTestConfiguration.class })
class ReactiveExchangeTestApplication {

	@Bean
	FailingRecorder failingRecorder() {
		return new FailingRecorder();
	}

	@Bean
	RouterFunction<ServerResponse> functionalRoute() {
		return RouterFunctions.route().GET("/functional/{id}", (request) -> ServerResponse.ok().build()).build();
	}

	@Bean
	ReactiveUserDetailsService users() {
		return new MapReactiveUserDetailsService(
				User.withUsername("user").password("{noop}password").roles("USER").build());
	}

	@Bean
	SecurityWebFilterChain security(ServerHttpSecurity http) {
		return http.csrf((csrf) -> csrf.disable())
			.httpBasic(Customizer.withDefaults())
			.authorizeExchange((requests) -> requests.pathMatchers("/secret/**")
				.authenticated()
				.pathMatchers("/forbidden/**")
				.denyAll()
				.anyExchange()
				.permitAll())
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(
					(exchange, exception) -> Mono.error(new ResponseStatusException(HttpStatus.UNAUTHORIZED))))
			.build();
	}

	@Bean
	WebFilter throwingFilter() {
		return (exchange, chain) -> "/filter-fails".equals(exchange.getRequest().getPath().value())
				? Mono.error(new IllegalStateException("filter")) : chain.filter(exchange);
	}

	@RestController
	static class Endpoints {

		@GetMapping("/api/v2/things/{id}")
		Mono<Map<String, Object>> thing(@PathVariable String id, ServerWebExchange exchange) {
			return Mono.fromCallable(() -> Map.of("id", id, "current", String.valueOf(TrackingId.current()),
					"attribute", String.valueOf((Object) exchange.getAttribute(TrackingId.NAME))));
		}

		@GetMapping("/text")
		Mono<Void> text(ServerHttpResponse response) {
			response.getHeaders().setContentType(MediaType.parseMediaType("text/plain;charset=UTF-8"));
			return response.writeWith(Mono.just(buffer(response, "für 10 €")));
		}

		@PostMapping(path = "/things", consumes = MediaType.APPLICATION_JSON_VALUE)
		Mono<Map<String, Object>> create(@RequestBody Mono<Map<String, Object>> thing) {
			return thing;
		}

		@GetMapping("/throws")
		Mono<String> fails() {
			throw new IllegalStateException("controller");
		}

		@GetMapping("/throws-secret")
		Mono<String> failsWithSecret() {
			throw new IllegalStateException("controller", new IllegalArgumentException("password=mine, user=alice"));
		}

		@GetMapping("/status")
		Mono<String> status() {
			return Mono.error(new ResponseStatusException(HttpStatus.CONFLICT));
		}

		@GetMapping("/problem")
		ProblemDetail problem() {
			return ProblemDetail.forStatus(422);
		}

		@GetMapping("/sends-error")
		Mono<Void> sendsError(ServerHttpResponse response) {
			response.setStatusCode(HttpStatusCode.valueOf(418));
			return response.setComplete();
		}

		@GetMapping("/callable")
		Mono<String> callable() {
			return Mono.fromCallable(() -> String.valueOf(TrackingId.current()))
				.subscribeOn(Schedulers.boundedElastic());
		}

		@GetMapping("/callable-fails")
		Mono<String> callableFails() {
			return Mono.<String>error(() -> new IllegalStateException("callable"))
				.subscribeOn(Schedulers.boundedElastic());
		}

		@GetMapping("/stream")
		Mono<Void> stream(ServerHttpResponse response) {
			return response.writeAndFlushWith(Flux.range(0, 3).map((i) -> Mono.just(buffer(response, "0123456789"))));
		}

		@GetMapping("/commits-and-throws")
		Mono<Void> commitsAndThrows(ServerHttpResponse response) {
			return response.writeAndFlushWith(Flux.concat(Mono.just(Mono.just(buffer(response, "begun"))),
					Mono.error(new IllegalStateException("too late"))));
		}

		@GetMapping("/sets-headers")
		void setsHeaders(ServerHttpResponse response) {
			response.getHeaders().clear();
			response.getHeaders().set("X-Tracking-ID", "mine");
			response.getHeaders().set("Access-Control-Expose-Headers", "X-Other");
		}

		@PostMapping("/reads")
		Mono<Void> reads(ServerHttpRequest request) {
			return request.getBody().then();
		}

		@GetMapping("/writes-on")
		Mono<Void> writesOn(ServerHttpResponse response) {
			return response.writeAndFlushWith(
					Flux.range(0, 100).map((i) -> Mono.just(response.bufferFactory().wrap(new byte[1 << 20]))));
		}

		@GetMapping("/aborts")
		Mono<Void> aborts(ServerHttpResponse response) {
			return response.writeAndFlushWith(Flux.concat(Mono.just(Mono.just(buffer(response, "begun"))),
					Mono.error(AbortedException.beforeSend())));
		}

		@GetMapping("/baggage")
		Mono<String> baggage() {
			return Mono.fromCallable(() -> Objects.requireNonNullElse(Baggage.current().getEntryValue("user"), "none"));
		}

		@GetMapping("/quiet/path")
		Mono<String> quiet() {
			return Mono.fromCallable(() -> String.valueOf(TrackingId.current()));
		}

		private static DataBuffer buffer(ServerHttpResponse response, String text) {
			return response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8));
		}

	}

}
