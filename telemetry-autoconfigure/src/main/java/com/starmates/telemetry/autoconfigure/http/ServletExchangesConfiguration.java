// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.http.ExchangeInterceptor;
import com.starmates.telemetry.http.ServerExchanges;
import com.starmates.telemetry.http.TrackingFilter;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingFilterBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Exchanges of a servlet container.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@Import({ WithoutObservationFilter.class, AbandonedExchangesConfigurations.OnTomcat.class,
		AbandonedExchangesConfigurations.OnJetty.class })
class ServletExchangesConfiguration {

	@Bean
	@ConditionalOnMissingFilterBean
	FilterRegistrationBean<TrackingFilter> telemetryTrackingFilter(ServerExchanges telemetryServerExchanges,
			ApplicationContext context) {
		ErrorPages errorPages = new ErrorPages(context);
		FilterRegistrationBean<TrackingFilter> registration = new FilterRegistrationBean<>(
				new TrackingFilter(telemetryServerExchanges, errorPages::areDispatched));
		registration.setOrder(FilterOrder.of(errorPages, context.getEnvironment()));
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		return registration;
	}

	/**
	 * A bean by itself: Spring MVC looks for resolvers of exceptions, which it is too.
	 */
	@Bean
	@ConditionalOnMissingBean(name = "telemetryExchangeInterceptor")
	ExchangeInterceptor telemetryExchangeInterceptor() {
		return new ExchangeInterceptor();
	}

	@Bean
	ExchangeInterceptorConfigurer telemetryExchangeInterceptorConfigurer(
			ExchangeInterceptor telemetryExchangeInterceptor) {
		return new ExchangeInterceptorConfigurer(telemetryExchangeInterceptor);
	}

}
