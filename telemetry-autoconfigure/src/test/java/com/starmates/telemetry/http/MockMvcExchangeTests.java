// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Exchanges without a server, as tests of applications have them.
 */
@SpringBootTest(classes = ExchangeTestApplication.class,
		properties = { "management.opentelemetry.tracing.export.schedule-delay=10ms",
				"spring.autoconfigure.exclude=org.springframework.boot.tomcat.autoconfigure.actuate.web.server"
						+ ".TomcatServletManagementContextAutoConfiguration" })
class MockMvcExchangeTests {

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private FilterRegistrationBean<TrackingFilter> filter;

	@Autowired
	private InMemorySpanExporter spans;

	@Test
	void endAndLeaveNothingOnTheThread() throws Exception {
		MockMvc mvc = MockMvcBuilders.webAppContextSetup(this.context).addFilters(this.filter.getFilter()).build();
		mvc.perform(MockMvcRequestBuilders.get("/sends-error"));
		assertThat(Span.current().getSpanContext().isValid()).isFalse();
		Awaitility.await().until(() -> this.spans.getFinishedSpanItems().size() == 1);
	}

}
