// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.net.http.HttpResponse;

import io.micrometer.core.instrument.Tags;
import jakarta.servlet.DispatcherType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.support.ErrorPageFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges of an application deployed as a war, where a filter of Boot's forwards failed
 * requests to the error page.
 */
@TestPropertySource(properties = "spring.mvc.static-path-pattern=/**")
@Import({ TomcatServletWebServerFactory.class, WarExchangeTests.War.class })
class WarExchangeTests extends AbstractExchangeTests {

	WarExchangeTests() {
		super(TomcatWebServer.class);
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource(textBlock = """
			/throws,       500, /throws,      IllegalStateException
			/filter-fails, 500, unmatched,    IllegalStateException
			/sends-error,  418, /sends-error, 418
			/secret/door,  401, unmatched,    401
			/nowhere,      404, unmatched,    NoResourceFoundException
			""")
	void recordsEachFailureOnce(String path, int status, String endpoint, String errorType) throws Exception {
		Tags labels = Tags.of("endpoint", endpoint, "method", "GET", "error_type", errorType);
		double errors = count("request.errors", labels);
		HttpResponse<String> response = get(path);
		String id = onlySpan().getTraceId();
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().allValues("X-Tracking-ID")).containsExactly(id);
		assertThat(response.body()).contains("\"tracking_id\":\"" + id + "\"");
		assertThat(onlyAccessLine().getFormattedMessage()).isEqualTo("GET " + path + " - " + status);
		assertThat(count("request.errors", labels) - errors).isEqualTo(1);
		assertThat(this.meters.get("active.requests").gauges())
			.allSatisfy((gauge) -> assertThat(gauge.value()).isZero())
			.extracting((gauge) -> gauge.getId().getTag("endpoint"))
			.doesNotContain("/error");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class War {

		@Bean
		ErrorPageFilter errorPageFilter() {
			return new ErrorPageFilter();
		}

		@Bean
		FilterRegistrationBean<ErrorPageFilter> errorPageFilterRegistration(ErrorPageFilter filter) {
			FilterRegistrationBean<ErrorPageFilter> registration = new FilterRegistrationBean<>(filter);
			registration.setOrder(filter.getOrder());
			registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
			return registration;
		}

	}

}
