// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import jakarta.servlet.Filter;

import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Active requests on Tomcat.
 */
@Import({ TomcatServletWebServerFactory.class, TomcatActiveRequestTests.Filtered.class })
class TomcatActiveRequestTests extends AbstractActiveRequestTests {

	TomcatActiveRequestTests() {
		super(TomcatWebServer.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class Filtered {

		@Bean
		FilterRegistrationBean<Filter> gatedFilter(Gate filterGate) {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
				filterGate.opened().join();
				chain.doFilter(request, response);
			});
			registration.addUrlPatterns("/gated/*");
			return registration;
		}

	}

}
