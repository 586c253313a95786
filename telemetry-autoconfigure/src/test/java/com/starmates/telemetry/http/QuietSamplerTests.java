// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link QuietSampler}.
 */
class QuietSamplerTests {

	private final Sampler sampler = new QuietSampler(Sampler.alwaysOn());

	@Test
	void dropsWhatIsQuiet() {
		assertThat(decide(QuietSampler.quiet(Context.root()))).isEqualTo(SamplingDecision.DROP);
	}

	@Test
	void leavesTheRestToTheSamplerThatIsConfigured() {
		assertThat(decide(Context.root())).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
	}

	@Test
	void isDescribedAsWhatIsConfigured() {
		assertThat(this.sampler.getDescription()).isEqualTo("AlwaysOnSampler");
		assertThat(this.sampler).hasToString("AlwaysOnSampler");
	}

	private SamplingDecision decide(Context parent) {
		return this.sampler
			.shouldSample(parent, "0af7651916cd43dd8448eb211c80319c", "name", SpanKind.INTERNAL, Attributes.empty(),
					List.of())
			.getDecision();
	}

}
