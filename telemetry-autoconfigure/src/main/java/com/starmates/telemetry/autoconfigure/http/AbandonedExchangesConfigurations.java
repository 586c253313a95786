// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import com.starmates.telemetry.http.AbandonedExchangesHandler;
import com.starmates.telemetry.http.AbandonedExchangesValve;
import org.apache.catalina.valves.ValveBase;
import org.eclipse.jetty.server.Handler;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets each server end exchanges whose error page does not come. There is nothing to
 * replace: without it, such an exchange ends late.
 */
final class AbandonedExchangesConfigurations {

	private AbandonedExchangesConfigurations() {
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConfigurableTomcatWebServerFactory.class, ValveBase.class })
	static class OnTomcat {

		@Bean
		WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> telemetryAbandonedExchangesValve() {
			return (factory) -> factory.addEngineValves(new AbandonedExchangesValve());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConfigurableJettyWebServerFactory.class, Handler.class })
	static class OnJetty {

		@Bean
		WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> telemetryAbandonedExchangesHandler() {
			return (factory) -> factory.addServerCustomizers(
					(server) -> server.setHandler(new AbandonedExchangesHandler(server.getHandler())));
		}

	}

}
