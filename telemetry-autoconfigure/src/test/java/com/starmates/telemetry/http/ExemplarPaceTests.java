// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExemplarPace}.
 */
class ExemplarPaceTests {

	private final ExemplarPace pace = new ExemplarPace(10e-3, 100e-3);

	private final long start = System.nanoTime();

	@AfterEach
	void resume() {
		ExemplarPace.resume();
	}

	@Test
	void letsTenASecondIntoOneBucket() {
		int passed = 0;
		for (int millis = 0; millis < 1_000; millis++) {
			passed += isPaused(5, millis) ? 0 : 1;
		}
		assertThat(passed).isEqualTo(10);
	}

	@Test
	void eachBucketHasItsOwnPace() {
		assertThat(isPaused(5, 0)).isFalse();
		assertThat(isPaused(50, 1)).isFalse();
		assertThat(isPaused(5_000, 2)).isFalse();
		assertThat(isPaused(10, 3)).isTrue();
		assertThat(isPaused(100, 4)).isTrue();
		assertThat(isPaused(101, 5)).isTrue();
	}

	@Test
	void isPausedUntilItIsResumed() {
		assertThat(ExemplarPace.isPaused()).isFalse();
		isPaused(5, 0);
		assertThat(ExemplarPace.isPaused()).isFalse();
		isPaused(5, 1);
		assertThat(ExemplarPace.isPaused()).isTrue();
		ExemplarPace.resume();
		assertThat(ExemplarPace.isPaused()).isFalse();
	}

	private boolean isPaused(long durationMillis, long atMillis) {
		return this.pace.pauseUnlessDue(Duration.ofMillis(durationMillis).toNanos(),
				this.start + Duration.ofMillis(atMillis).toNanos());
	}

}
