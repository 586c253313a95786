// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.http.ExchangeInterceptor;

import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts our interceptor before all others: they may answer the request.
 */
class ExchangeInterceptorConfigurer implements WebMvcConfigurer {

	private final ExchangeInterceptor interceptor;

	ExchangeInterceptorConfigurer(ExchangeInterceptor interceptor) {
		this.interceptor = interceptor;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.interceptor).order(Ordered.HIGHEST_PRECEDENCE);
	}

}
