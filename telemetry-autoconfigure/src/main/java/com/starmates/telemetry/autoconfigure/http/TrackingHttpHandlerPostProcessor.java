// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.http.ServerExchanges;
import com.starmates.telemetry.http.TrackingHttpHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * Puts our handler around the server's: outside Spring WebFlux, and outside what maps the
 * application to a base path.
 */
class TrackingHttpHandlerPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<ServerExchanges> exchanges;

	private final Environment environment;

	TrackingHttpHandlerPostProcessor(ObjectProvider<ServerExchanges> exchanges, Environment environment) {
		this.exchanges = exchanges;
		this.environment = environment;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof HttpHandler handler) ? track(handler) : bean;
	}

	private HttpHandler track(HttpHandler handler) {
		return new TrackingHttpHandler(handler, this.exchanges.getObject(), ServerObservations.areOn(this.environment));
	}

}
