// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EndpointProbe}.
 */
class EndpointProbeTests {

	private final AtomicLong now = new AtomicLong();

	private final EndpointProbe probe = new EndpointProbe(this.now::get);

	@Test
	void remembersForSomeSeconds() throws IOException {
		EndpointAddress url;
		try (ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			url = EndpointAddress.of("http://localhost:" + socket.getLocalPort() + "/v1/traces");
			assertThat(this.probe.isReachable(url)).isTrue();
		}
		this.now.addAndGet(Duration.ofSeconds(4).toNanos());
		assertThat(this.probe.isReachable(url)).isTrue();
		this.now.addAndGet(Duration.ofSeconds(2).toNanos());
		assertThat(this.probe.isReachable(url)).isFalse();
	}

	@Test
	void aNameThatNobodyKnowsIsNotReachable() {
		this.probe.begin(EndpointAddress.of("https://nobody.invalid"));
		assertThat(this.probe.isReachable(EndpointAddress.of("https://nobody.invalid"))).isFalse();
	}

}
