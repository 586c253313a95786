// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

/**
 * A reactive application that notes, wherever a request comes by, what is known of it
 * there.
 */
@Configuration(proxyBeanMethods = false)
class ReactiveRoadEndpoints {

	@Bean
	Notes notes() {
		return new Notes();
	}

	@Bean
	WebFilter notingFilter(Notes notes) {
		return (exchange, chain) -> {
			if (!exchange.getRequest().getPath().value().startsWith("/roads/FILTER")) {
				return chain.filter(exchange);
			}
			notes.take(ReactiveRoad.FILTER);
			return chain.filter(exchange).doFinally((signal) -> notes.take(ReactiveRoad.FILTER_AFTERWARDS));
		};
	}

	@Bean
	RouterFunction<ServerResponse> notingRoute(Notes notes) {
		return RouterFunctions.route().GET("/roads/FUNCTION", (request) -> {
			notes.take(ReactiveRoad.FUNCTION);
			return ServerResponse.ok().build();
		}).build();
	}

	/** Decides on another thread. */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityWebFilterChain notingSecurity(ServerHttpSecurity http, Notes notes) {
		return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/roads/SECURITY"))
			.authorizeExchange((requests) -> requests.anyExchange()
				.access((authentication, context) -> Mono
					.<AuthorizationResult>fromCallable(
							() -> new AuthorizationDecision(notes.take(ReactiveRoad.SECURITY)))
					.subscribeOn(Schedulers.boundedElastic())))
			.build();
	}

	/** What was known of requests. */
	static class Notes {

		private final Map<ReactiveRoad, List<Note>> taken = new EnumMap<>(ReactiveRoad.class);

		Notes() {
			for (ReactiveRoad road : ReactiveRoad.values()) {
				this.taken.put(road, new CopyOnWriteArrayList<>());
			}
		}

		boolean take(ReactiveRoad road) {
			return of(road).add(new Note(Span.current().getSpanContext(), TrackingId.current(), MDC.get("traceId")));
		}

		List<Note> of(ReactiveRoad road) {
			return this.taken.get(road);
		}

	}

	/**
	 * What was known of a request in one place.
	 *
	 * @param span the span
	 * @param trackingId the tracking id
	 * @param logged the trace in the context of the log
	 */
	record Note(SpanContext span, @Nullable String trackingId, @Nullable String logged) {

	}

	@RestController
	static class Endpoints {

		private final Notes notes;

		Endpoints(Notes notes) {
			this.notes = notes;
		}

		@GetMapping({ "/roads/FILTER", "/roads/FILTER_AFTERWARDS" })
		Mono<String> filtered() {
			return Mono.just("filtered").publishOn(Schedulers.boundedElastic());
		}

		@GetMapping("/roads/SECURITY")
		Mono<String> secured() {
			return Mono.just("secured");
		}

		@GetMapping("/roads/MONO")
		Mono<String> mono() {
			return Mono.just("mono")
				.publishOn(Schedulers.boundedElastic())
				.doOnNext((value) -> this.notes.take(ReactiveRoad.MONO));
		}

		@GetMapping("/roads/FLUX")
		Flux<String> flux() {
			return Flux.just("a", "b", "c")
				.delayElements(Duration.ofMillis(1))
				.doOnNext((element) -> this.notes.take(ReactiveRoad.FLUX));
		}

		@GetMapping("/roads/ADVICE")
		Mono<String> fails() {
			return Mono.<String>error(new IllegalCallerException()).publishOn(Schedulers.boundedElastic());
		}

	}

	@RestControllerAdvice
	static class Advice {

		private final Notes notes;

		Advice(Notes notes) {
			this.notes = notes;
		}

		@ExceptionHandler
		Mono<String> handle(IllegalCallerException exception) {
			this.notes.take(ReactiveRoad.ADVICE);
			return Mono.just("handled");
		}

	}

}
