// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.tracking;

import io.micrometer.context.ContextRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.contextpropagation.ObservationAwareSpanThreadLocalAccessor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanPropagation}, with two applications in one JVM.
 */
class SpanPropagationTests {

	private final ContextRegistry registry = new ContextRegistry();

	private final ObservationAwareSpanThreadLocalAccessor first = accessor();

	private final ObservationAwareSpanThreadLocalAccessor second = accessor();

	@Test
	void leavesNothingBehind() {
		new SpanPropagation(this.registry, this.first).close();
		assertThat(this.registry.getThreadLocalAccessors()).isEmpty();
	}

	@Test
	void restoresTheOtherApplicationsAccessor() {
		SpanPropagation one = new SpanPropagation(this.registry, this.first);
		new SpanPropagation(this.registry, this.second).close();
		assertThat(this.registry.getThreadLocalAccessors()).singleElement().isSameAs(this.first);
		one.close();
		assertThat(this.registry.getThreadLocalAccessors()).isEmpty();
	}

	@Test
	void leavesTheOtherApplicationsAccessorAlone() {
		SpanPropagation one = new SpanPropagation(this.registry, this.first);
		SpanPropagation other = new SpanPropagation(this.registry, this.second);
		one.close();
		assertThat(this.registry.getThreadLocalAccessors()).singleElement().isSameAs(this.second);
		other.close();
	}

	private static ObservationAwareSpanThreadLocalAccessor accessor() {
		return new ObservationAwareSpanThreadLocalAccessor(ObservationRegistry.create(), Tracer.NOOP);
	}

}
