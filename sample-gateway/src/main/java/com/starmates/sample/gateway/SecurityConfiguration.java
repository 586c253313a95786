// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import com.starmates.telemetry.business.UsageMeters;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * Lets in who has an API key. A refusal is an error like any other, so that its body is
 * Boot's.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, GatewayProperties properties, UsageMeters usage) {
		return http.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/health", "/metrics", "/actuator/**", "/error")
						.permitAll()
						.anyRequest()
						.authenticated())
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(
					(request, response, ex) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED)))
			.addFilterBefore(new ApiKeyFilter(properties.apiKeys(), usage), AnonymousAuthenticationFilter.class)
			.build();
	}

}
