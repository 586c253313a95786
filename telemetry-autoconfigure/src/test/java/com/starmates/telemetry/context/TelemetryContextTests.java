// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.context;

import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link TelemetryContext}. */
class TelemetryContextTests {

	private final TelemetryContext work = TelemetryContext.from(TelemetryContext.begin(Context.root()));

	@Test
	void isEmptyUntilSomethingIsKnown() {
		assertThat(this.work.isEmpty()).isTrue();
		this.work.user(null);
		assertThat(this.work.isEmpty()).isTrue();
		this.work.user("user_1");
		assertThat(this.work.isEmpty()).isFalse();
		this.work.user(null);
		assertThat(this.work.isEmpty()).isTrue();
	}

}
