// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.web.server.WebServer;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges of an application that is mapped to a path, with its management endpoints
 * elsewhere below it.
 */
@TestPropertySource(properties = "management.endpoints.web.base-path=/manage")
abstract class AbstractBasePathExchangeTests extends AbstractExchangeTests {

	AbstractBasePathExchangeTests(Class<? extends WebServer> server) {
		super(server);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/base/quiet/path", "/base/quiet", "/base/manage/health", "/base/manage" })
	void excludedPathsAreBelowTheBasePath(String path) throws Exception {
		assertThat(get(path).headers().allValues("X-Tracking-ID")).hasSize(1);
		get("/base/text");
		assertThat(onlySpan().getName()).endsWith(" /base/text");
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET /base/text - 200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/base/actuator/health", "/base/manages", "/base/base/quiet" })
	void othersAreRecorded(String path) throws Exception {
		HttpResponse<String> response = get(path);
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(onlySpan().getTraceId());
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET " + path + " - 404");
	}

}
