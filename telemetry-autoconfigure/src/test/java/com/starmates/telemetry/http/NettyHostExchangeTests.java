// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the span says of Netty.
 */
@ReactiveExchangeTest
@Import(NettyReactiveWebServerFactory.class)
class NettyHostExchangeTests extends AbstractHostExchangeTests {

	NettyHostExchangeTests() {
		super(NettyWebServer.class);
	}

	/** Tomcat refuses such a request. */
	@ParameterizedTest
	@CsvSource({ "my_service:8080, my_service, 8080", "my_service, my_service, 80", "a b:8080, a%20b, 8080" })
	void isWhatTheCallerNamesEvenIfItIsNoNameOfAHost(String host, String address, long port) throws IOException {
		isWhatTheCallerNames(host, address, port);
	}

	@Test
	void isUnknownIfOnlyThePortIsNamed() throws IOException {
		assertThat(call("GET /text HTTP/1.1\r\nHost: :8080")).contains(" 200 ");
		assertThat(attributes(onlySpan())).doesNotContainKeys("server.address", "server.port");
	}

}
