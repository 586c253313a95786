// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.jmh;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Objects;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * What one exchange takes in the filter that watches it: span, header and meters, and in
 * ours the access line. Boot's filter makes span and meter through the Observation API.
 *
 * @since 1.0.0
 */
public class ExchangeBenchmark extends AbstractBenchmark {

	private static final FilterChain HANDLER = (request, response) -> response.setContentType("application/json");

	/** Whose filter. */
	@Param({ "none", "ours", "boot" })
	public String filter = "";

	private ConfigurableApplicationContext context = new GenericApplicationContext();

	private Filter chosen = (request, response, chain) -> chain.doFilter(request, response);

	/**
	 * Start an application that has the filter; what it logs is made, and goes nowhere.
	 */
	@Setup
	public void setUp() {
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		this.context = new SpringApplicationBuilder(Application.class)
			.properties("server.port=0", "management.tracing.sampling.probability=1.0",
					"telemetry.enabled=" + this.filter.equals("ours"))
			.run();
		this.chosen = switch (this.filter) {
			case "ours" -> filter("telemetryTrackingFilter");
			case "boot" -> filter("webMvcObservationFilter");
			default -> this.chosen;
		};
	}

	/** End the application. */
	@TearDown
	public void tearDown() {
		this.context.close();
	}

	/**
	 * Take a request through the filter.
	 * @return the response
	 * @throws IOException never
	 * @throws ServletException never
	 */
	@Benchmark
	public MockHttpServletResponse exchange() throws IOException, ServletException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/sessions/session_67890");
		MockHttpServletResponse response = new MockHttpServletResponse();
		this.chosen.doFilter(request, response, HANDLER);
		return response;
	}

	private Filter filter(String bean) {
		return Objects.requireNonNull(this.context.getBean(bean, FilterRegistrationBean.class).getFilter());
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
