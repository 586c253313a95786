// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServletServerRequest}.
 */
class ServletServerRequestTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	@BeforeEach
	void connect() {
		this.request.setRemoteAddr("10.0.0.1");
		this.request.setRemotePort(4711);
	}

	@Test
	void peerIsWhoeverIsConnected() {
		ServletServerRequest forwarded = new ServletServerRequest(new HttpServletRequestWrapper(this.request) {

			@Override
			public String getRemoteAddr() {
				return "203.0.113.7";
			}

		});
		assertThat(forwarded.clientAddress()).isEqualTo("203.0.113.7");
		assertThat(forwarded.peer()).isEqualTo(new HostAndPort("10.0.0.1", 4711));
	}

	@Test
	void peerIsUnknownWhereTomcatTellsTheClientInstead() {
		this.request.setAttribute("org.apache.tomcat.request.forwarded", true);
		ServletServerRequest forwarded = new ServletServerRequest(this.request);
		assertThat(forwarded.clientAddress()).isEqualTo("10.0.0.1");
		assertThat(forwarded.peer()).isNull();
	}

}
