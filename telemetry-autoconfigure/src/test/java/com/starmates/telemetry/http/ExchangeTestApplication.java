// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.starmates.telemetry.tracking.TrackingId;
import io.opentelemetry.api.baggage.Baggage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * A service that answers in every way a service can.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
		UserDetailsServiceAutoConfiguration.class })
@EnableMethodSecurity
@Import({ ContractMvcConfiguration.class, ExchangeTestConfiguration.class })
class ExchangeTestApplication {

	@Bean
	RouterFunction<ServerResponse> functionalRoute() {
		return RouterFunctions.route().GET("/functional/{id}", (request) -> ServerResponse.ok().build()).build();
	}

	@Bean
	UserDetailsService users() {
		return new InMemoryUserDetailsManager(
				User.withUsername("user").password("{noop}password").roles("USER").build());
	}

	@Bean
	AsyncEndpoints asyncEndpoints() {
		return new AsyncEndpoints();
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http) throws Exception {
		http.csrf((csrf) -> csrf.disable())
			.httpBasic(Customizer.withDefaults())
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/secret/**")
				.authenticated()
				.requestMatchers("/forbidden/**")
				.denyAll()
				.anyRequest()
				.permitAll())
			.exceptionHandling((handling) -> handling
				.authenticationEntryPoint((request, response, exception) -> response.sendError(401)));
		return http.build();
	}

	@Bean
	FailingRecorder failingRecorder() {
		return new FailingRecorder();
	}

	/** Answers itself what fails further inside. */
	@Bean
	FilterRegistrationBean<Filter> answeringFilter() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			if (((HttpServletRequest) request).getHeader("X-Reject") != null) {
				((HttpServletResponse) response).sendError(403);
				return;
			}
			try {
				chain.doFilter(request, response);
			}
			catch (ServletException ex) {
				if (((HttpServletRequest) request).getHeader("X-Answer") == null) {
					throw ex;
				}
				((HttpServletResponse) response).setStatus(503);
			}
		});
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/** Throws behind what goes on asynchronously. */
	@Bean
	FilterRegistrationBean<Filter> throwingBehindFilter() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			chain.doFilter(request, response);
			if ("yes".equals(((HttpServletRequest) request).getHeader("X-Throw-Behind"))) {
				throw new IllegalStateException("behind");
			}
		});
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		return registration;
	}

	@Bean
	LateFailureEndpoints lateFailureEndpoints() {
		return new LateFailureEndpoints();
	}

	@Bean
	FilterRegistrationBean<ThrowingFilter> throwingFilter() {
		FilterRegistrationBean<ThrowingFilter> registration = new FilterRegistrationBean<>(new ThrowingFilter());
		registration.addUrlPatterns("/filter-fails", "/truncated");
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		return registration;
	}

	static class ThrowingFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws IOException {
			if ("/truncated".equals(request.getRequestURI())) {
				throw new EOFException("a file of the service's own");
			}
			throw new IllegalStateException("filter");
		}

	}

	@RestController
	static class Endpoints {

		@GetMapping("/api/v2/things/{id}")
		Map<String, Object> thing(@PathVariable String id, HttpServletRequest request) {
			return Map.of("id", id, "current", String.valueOf(TrackingId.current()), "attribute",
					String.valueOf(request.getAttribute(TrackingId.NAME)));
		}

		@GetMapping("/text")
		void text(HttpServletResponse response) throws IOException {
			response.setContentType("text/plain;charset=UTF-8");
			response.getWriter().print("für 10 €");
		}

		@PostMapping(path = "/things", consumes = MediaType.APPLICATION_JSON_VALUE)
		Map<String, Object> create(@RequestBody Map<String, Object> thing) {
			return thing;
		}

		@GetMapping("/throws")
		String fails() {
			throw new IllegalStateException("controller");
		}

		@GetMapping("/throws-secret")
		String failsWithSecret() {
			throw new IllegalStateException("controller", new IllegalArgumentException("password=mine, user=alice"));
		}

		@GetMapping("/status")
		String status() {
			throw new ResponseStatusException(HttpStatus.CONFLICT);
		}

		@GetMapping("/problem")
		ProblemDetail problem() {
			return ProblemDetail.forStatus(422);
		}

		@GetMapping("/sends-error")
		void sendsError(HttpServletResponse response) throws IOException {
			response.sendError(418);
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> String.valueOf(TrackingId.current());
		}

		@GetMapping("/callable-fails")
		Callable<String> callableFails() {
			return () -> {
				throw new IllegalStateException("callable");
			};
		}

		@PostMapping("/reads")
		void reads(HttpServletRequest request) throws IOException {
			request.getInputStream().readAllBytes();
		}

		@GetMapping("/writes-on")
		void writesOn(HttpServletResponse response) throws IOException {
			byte[] megabyte = new byte[1 << 20];
			for (int i = 0; i < 100; i++) {
				response.getOutputStream().write(megabyte);
			}
		}

		@GetMapping("/stream")
		StreamingResponseBody stream() {
			return (out) -> {
				for (int i = 0; i < 3; i++) {
					out.write("0123456789".getBytes(StandardCharsets.UTF_8));
					out.flush();
				}
			};
		}

		@GetMapping("/commits-and-throws")
		void commitsAndThrows(HttpServletResponse response) throws IOException {
			response.getOutputStream().write("begun".getBytes(StandardCharsets.UTF_8));
			response.flushBuffer();
			throw new IllegalStateException("too late");
		}

		@GetMapping("/sets-headers")
		void setsHeaders(HttpServletResponse response) {
			response.reset();
			response.setHeader("X-Tracking-ID", "mine");
			response.setHeader("Access-Control-Expose-Headers", "X-Other");
		}

		@GetMapping("/baggage")
		String baggage() {
			return Objects.requireNonNullElse(Baggage.current().getEntryValue("user"), "none");
		}

		@GetMapping("/quiet/path")
		String quiet() {
			return String.valueOf(TrackingId.current());
		}

	}

}
