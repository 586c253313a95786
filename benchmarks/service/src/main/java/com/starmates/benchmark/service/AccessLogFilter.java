// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.service;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The access line of the variants whose library writes none. Without an order it runs
 * inside the peers' filters, where the trace is current.
 */
@Component
@ConditionalOnBooleanProperty("benchmark.access-log")
class AccessLogFilter implements Filter {

	private static final Logger logger = LoggerFactory.getLogger("access");

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		long start = System.nanoTime();
		try {
			chain.doFilter(request, response);
		}
		finally {
			HttpServletRequest http = (HttpServletRequest) request;
			logger.atInfo()
				.addKeyValue("status", ((HttpServletResponse) response).getStatus())
				.addKeyValue("duration", (System.nanoTime() - start) / 1e9)
				.log("{} {}", http.getMethod(), http.getRequestURI());
		}
	}

}
