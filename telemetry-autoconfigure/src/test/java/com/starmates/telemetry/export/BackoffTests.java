// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.common.export.RetryPolicy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Backoff}, by the SDK's own policy.
 */
class BackoffTests {

	private final Backoff backoff = new Backoff(RetryPolicy.getDefault());

	@Test
	void waitsLongerEachTimeUntilItEnds() {
		assertThat(this.backoff.next()).isBetween(millis(800), millis(1200));
		assertThat(this.backoff.next()).isBetween(millis(1200), millis(1800));
		assertThat(this.backoff.next()).isBetween(millis(1800), millis(2700));
		assertThat(this.backoff.next()).isBetween(millis(2700), millis(4050));
		assertThat(this.backoff.next()).isEqualTo(-1);
	}

	@Test
	void doesNotWaitLongerThanTheMostThereIs() {
		Backoff slow = new Backoff(RetryPolicy.builder().setInitialBackoff(Duration.ofSeconds(60)).build());
		assertThat(slow.next()).isBetween(millis(4000), millis(6000));
	}

	@Test
	void waitsAsLongAsTheReceiverSays() {
		assertThat(this.backoff.next(Duration.ofSeconds(7))).isEqualTo(millis(7000));
		assertThat(this.backoff.next(Duration.ofMillis(1))).isBetween(millis(1200), millis(1800));
	}

	@Test
	void aLongTimeIsNotAShortOne() {
		assertThat(this.backoff.next(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
	}

	private static long millis(long millis) {
		return TimeUnit.MILLISECONDS.toNanos(millis);
	}

}
