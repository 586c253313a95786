// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import reactor.core.publisher.Mono;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.server.WebFilter;

/**
 * Active requests on Netty.
 */
@ReactiveExchangeTest
@Import({ NettyReactiveWebServerFactory.class, NettyActiveRequestTests.Filtered.class })
class NettyActiveRequestTests extends AbstractActiveRequestTests {

	NettyActiveRequestTests() {
		super(NettyWebServer.class);
	}

	@Configuration(proxyBeanMethods = false)
	static class Filtered {

		@Bean
		WebFilter gatedFilter(Gate filterGate) {
			return (exchange, chain) -> exchange.getRequest().getPath().value().startsWith("/gated/")
					? Mono.fromFuture(filterGate.opened()).then(chain.filter(exchange)) : chain.filter(exchange);
		}

	}

}
