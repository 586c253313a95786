// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.function.Supplier;

import com.starmates.telemetry.http.ServerExchanges;
import com.starmates.telemetry.http.TrackingHttpHandler;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * Puts our handler around the server's: outside Spring WebFlux, and outside what maps the
 * application to a base path.
 */
class TrackingHttpHandlerPostProcessor implements BeanPostProcessor {

	private final Supplier<ServerExchanges> exchanges;

	private final boolean observed;

	TrackingHttpHandlerPostProcessor(Supplier<ServerExchanges> exchanges, boolean observed) {
		this.exchanges = exchanges;
		this.observed = observed;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof HttpHandler handler) ? track(handler) : bean;
	}

	private HttpHandler track(HttpHandler handler) {
		return new TrackingHttpHandler(handler, this.exchanges.get(), this.observed);
	}

}
