// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.function.Function;
import java.util.function.Supplier;

import com.starmates.telemetry.test.Road;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.HttpComponentsClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.JettyClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Ways to call another service by Spring's clients. */
enum HttpClientKind implements Road {

	REST_CLIENT_JDK("`RestClient` over the JDK's client", rest(JdkClientHttpRequestFactory::new)),

	REST_CLIENT_APACHE("`RestClient` over Apache's client", rest(HttpComponentsClientHttpRequestFactory::new)),

	REST_CLIENT_JETTY("`RestClient` over Jetty's client", rest(JettyClientHttpRequestFactory::new)),

	REST_CLIENT_REACTOR("`RestClient` over Reactor Netty", rest(ReactorClientHttpRequestFactory::new)),

	REST_CLIENT_SIMPLE("`RestClient` over `HttpURLConnection`", rest(SimpleClientHttpRequestFactory::new)),

	REST_TEMPLATE("`RestTemplate`",
			(beans) -> (base, status) -> beans.getBean(RestTemplateBuilder.class)
				.baseUri(base)
				.build()
				.getForEntity("/things/{status}", Void.class, status)),

	WEB_CLIENT_REACTOR("`WebClient` over Reactor Netty", web(ReactorClientHttpConnector::new)),

	WEB_CLIENT_JDK("`WebClient` over the JDK's client", web(JdkClientHttpConnector::new)),

	WEB_CLIENT_JETTY("`WebClient` over Jetty's client", web(JettyClientHttpConnector::new)),

	WEB_CLIENT_APACHE("`WebClient` over Apache's client", web(HttpComponentsClientHttpConnector::new)),

	HTTP_EXCHANGE_OF_REST_CLIENT("`@HttpExchange` by `RestClient`",
			(beans) -> (base,
					status) -> service(
							RestClientAdapter.create(beans.getBean(RestClient.Builder.class).baseUrl(base).build()))
						.thing(status)),

	HTTP_EXCHANGE_OF_WEB_CLIENT("`@HttpExchange` by `WebClient`",
			(beans) -> (base,
					status) -> service(
							WebClientAdapter.create(beans.getBean(WebClient.Builder.class).baseUrl(base).build()))
						.thing(status));

	private final String title;

	private final Function<BeanFactory, Getter> client;

	HttpClientKind(String title, Function<BeanFactory, Getter> client) {
		this.title = title;
		this.client = client;
	}

	@Override
	public String title() {
		return this.title;
	}

	/** Ask for {@code /things/{status}}; errors are thrown as the client throws them. */
	void get(BeanFactory beans, String base, int status) {
		this.client.apply(beans).get(base, status);
	}

	private static Function<BeanFactory, Getter> rest(Supplier<ClientHttpRequestFactory> factory) {
		return (beans) -> (base, status) -> beans.getBean(RestClient.Builder.class)
			.requestFactory(factory.get())
			.baseUrl(base)
			.build()
			.get()
			.uri("/things/{status}", status)
			.retrieve()
			.toBodilessEntity();
	}

	private static Function<BeanFactory, Getter> web(Supplier<ClientHttpConnector> connector) {
		return (beans) -> (base, status) -> beans.getBean(WebClient.Builder.class)
			.clientConnector(connector.get())
			.baseUrl(base)
			.build()
			.get()
			.uri("/things/{status}", status)
			.exchangeToMono((response) -> ended(response))
			.block();
	}

	private static Mono<Void> ended(ClientResponse response) {
		return response.statusCode().isError() ? response.createError() : response.releaseBody();
	}

	private static Things service(HttpExchangeAdapter adapter) {
		return HttpServiceProxyFactory.builderFor(adapter).build().createClient(Things.class);
	}

	/** Asks for something. */
	@FunctionalInterface
	interface Getter {

		void get(String base, int status);

	}

	/** Another service, as an interface. */
	interface Things {

		@GetExchange("/things/{status}")
		void thing(@PathVariable int status);

	}

}
