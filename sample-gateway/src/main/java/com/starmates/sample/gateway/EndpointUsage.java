// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import com.starmates.telemetry.business.UsageMeters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts which segment of users uses which endpoint. At the end of a request its user is
 * known.
 */
@Component
class EndpointUsage implements HandlerInterceptor, WebMvcConfigurer {

	private final UsageMeters usage;

	EndpointUsage(UsageMeters usage) {
		this.usage = usage;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/api/v1/**");
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		this.usage.endpointUsed(String.valueOf(route), "v1");
	}

}
