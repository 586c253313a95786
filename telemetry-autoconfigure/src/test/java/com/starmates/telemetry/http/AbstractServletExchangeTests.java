// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an exchange promises on every servlet container, asynchronous or forwarded.
 */
abstract class AbstractServletExchangeTests extends AbstractExchangeTests {

	@Autowired
	private AsyncEndpoints endpoints;

	AbstractServletExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@Test
	void isActiveWhileItIsHeld() throws Exception {
		CompletableFuture<HttpResponse<String>> response = getLater("/held");
		Awaitility.await().until(() -> active("/held") == 1);
		this.endpoints.release();
		assertThat(response.get().body()).isEqualTo("released");
		onlySpan();
		assertThat(active("/held")).isZero();
	}

	@Test
	void endsWithTheStatusOfItsTimeout() throws Exception {
		HttpResponse<String> response = get("/never");
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(attributes(onlySpan())).containsEntry("http.response.status_code", 503L)
			.containsEntry("error.type", "AsyncRequestTimeoutException");
		assertThat(onlyAccessLine().getKeyValuePairs())
			.anySatisfy((pair) -> assertThat(pair.toString()).isEqualTo("error_category=\"timeout\""));
	}

	@Test
	void endsWithTheErrorThatIsSentLater() throws Exception {
		HttpResponse<String> response = get("/async-sends-error");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(attributes(onlySpan())).containsEntry("http.response.status_code", 409L);
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /async-sends-error - 409");
	}

	@Test
	void endsOnceWhenItGoesAsynchronousTwice() throws Exception {
		double before = count("request.count", "/async-twice");
		HttpResponse<String> response = get("/async-twice");
		assertThat(response.body()).isEqualTo(onlySpan().getTraceId());
		assertThat(count("request.count", "/async-twice") - before).isEqualTo(1);
		onlyAccessLine();
	}

	@Test
	void sizeOfWhatNobodyCountedIsUnknown() throws Exception {
		HttpResponse<String> response = get("/raw-async");
		assertThat(response.body()).isEqualTo("raw");
		assertThat(attributes(onlySpan())).doesNotContainKey("response.size");
	}

	@Test
	void aForwardIsPartOfItsExchange() throws Exception {
		double before = count("request.count", "/forwards") + count("request.count", "/text");
		HttpResponse<String> response = get("/forwards");
		assertThat(response.body()).isEqualTo("für 10 €");
		assertThat(onlySpan().getName()).isEqualTo("GET /forwards");
		assertThat(count("request.count", "/forwards") + count("request.count", "/text") - before).isEqualTo(1);
	}

	@Test
	void anErrorOfTheServicesOwnInputIsNotTheCallersLeaving() throws Exception {
		HttpResponse<String> response = get("/truncated");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(attributes(onlySpan())).containsEntry("http.response.status_code", 500L)
			.containsEntry("error.type", "EOFException");
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /truncated - 500");
	}

	@Test
	void whatAnOuterFilterRejectsIsToldByItsOwnPath() throws Exception {
		HttpResponse<String> response = get("/rejected", "X-Reject", "yes");
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(attributes(onlySpan())).containsEntry("url.path", "/rejected")
			.containsEntry("http.response.status_code", 403L);
	}

	@Test
	void aFailureThatAnOuterFilterAnswersEndsWithItsRequest() throws Exception {
		assertThat(get("/throws", "X-Answer", "yes").statusCode()).isEqualTo(503);
		assertThat(attributes(onlySpan())).containsEntry("http.response.status_code", 503L);
		assertThat(active("/throws")).isZero();
	}

}
