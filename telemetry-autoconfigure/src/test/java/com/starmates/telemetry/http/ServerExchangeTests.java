// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.Inbound;
import com.starmates.telemetry.tracking.TrackingPolicy;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerExchange}.
 */
class ServerExchangeTests {

	private final ServerExchanges exchanges = new ServerExchanges(OpenTelemetry.noop(),
			new TrackingPolicy(null, Inbound.CONTINUE), Masker.standard(), new ExcludedPaths(List::of), List.of());

	private final ServerExchange exchange = new ServerExchange(this.exchanges,
			new RequestFacts("GET", "GET", "/", "", 0, null, null, Map.of()), Context.root(),
			ServerExchanges.Role.STARTED);

	private final LongAdder active = new LongAdder();

	@Test
	void isActiveInOnePlace() {
		LongAdder unresolved = new LongAdder();
		this.exchange.countIn(unresolved);
		this.exchange.countIn(this.active);
		assertThat(unresolved.sum()).isZero();
		assertThat(this.active.sum()).isEqualTo(1);
	}

	@Test
	void isActiveNoLongerOnceItHasEnded() {
		this.exchange.end(200, 0, null, System.nanoTime());
		this.exchange.countIn(this.active);
		assertThat(this.active.sum()).isZero();
	}

}
