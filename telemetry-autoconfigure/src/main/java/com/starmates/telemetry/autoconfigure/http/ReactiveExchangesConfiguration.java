// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.http.RoutingHandlerAdapter;
import com.starmates.telemetry.http.ServerExchanges;
import com.starmates.telemetry.http.TrackingWebFilter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.HandlerAdapter;

/**
 * Exchanges of a reactive server.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass({ HttpHandler.class, HandlerAdapter.class })
class ReactiveExchangesConfiguration {

	@Bean
	static TrackingHttpHandlerPostProcessor telemetryTrackingHttpHandlerPostProcessor(
			ObjectProvider<ServerExchanges> telemetryServerExchanges, Environment environment) {
		return new TrackingHttpHandlerPostProcessor(telemetryServerExchanges::getObject,
				ServerObservations.areOn(environment));
	}

	@Bean
	@ConditionalOnMissingBean
	TrackingWebFilter telemetryTrackingWebFilter(ServerExchanges telemetryServerExchanges) {
		return new TrackingWebFilter(telemetryServerExchanges);
	}

	@Bean
	@ConditionalOnMissingBean
	RoutingHandlerAdapter telemetryRoutingHandlerAdapter(ObjectProvider<HandlerAdapter> adapters) {
		return new RoutingHandlerAdapter(SingletonSupplier.of(() -> adapters.orderedStream()
			.filter((adapter) -> !(adapter instanceof RoutingHandlerAdapter))
			.toList()));
	}

}
