// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SignalCounts} and what counts in it.
 */
@ExtendWith(OutputCaptureExtension.class)
class SignalCountsTests {

	private final PipelineCounts pipeline = new PipelineCounts();

	private final SignalCounts counts = this.pipeline.of(Signal.TRACES);

	@Test
	void whatWaitsAtTheEndIsLost(CapturedOutput output) {
		this.pipeline.open(Signal.TRACES, 8);
		offer(10);
		this.counts.exported(3);
		this.counts.failed(2);
		this.counts.refused(1);
		assertThat(this.counts.dropped()).isEqualTo(1);
		this.pipeline.end();
		assertThat(this.counts.dropped()).isEqualTo(5);
		assertThat(output).containsOnlyOnce("4 items of traces were not exported before the end, and are lost");
	}

	@Test
	void whatIsLostStaysLost() {
		this.pipeline.open(Signal.TRACES, 8);
		offer(2);
		this.pipeline.end();
		this.counts.exported(1);
		this.counts.failed(1);
		assertThat(this.counts.dropped()).isEqualTo(2);
		assertThat(this.counts.exported() + this.counts.failed()).isZero();
	}

	@Test
	void saysNothingWhereNothingIsLost(CapturedOutput output) {
		this.pipeline.open(Signal.TRACES, 8);
		offer(2);
		this.counts.refused(1);
		this.counts.exported(1);
		this.pipeline.end();
		assertThat(output).doesNotContain("before the end");
	}

	@Test
	void whatIsRejectedOfABatchThatFailsHasFailedOnce() {
		this.counts.rejected(2);
		this.counts.failed(5);
		this.counts.exported(5);
		assertThat(this.counts.failed()).isEqualTo(5);
		assertThat(this.counts.exported()).isEqualTo(5);
	}

	@Test
	void countsAnExportWhenItsResultIsKnown() {
		CompletableResultCode result = new CompletableResultCode();
		SpanExporter exporter = mock();
		given(exporter.export(any())).willReturn(result);
		new FollowedSpanExporter(exporter, this.counts).export(List.of(mock(SpanData.class), mock(SpanData.class)));
		assertThat(this.counts.exported() + this.counts.failed()).isZero();
		result.succeed();
		assertThat(this.counts.exported()).isEqualTo(2);
	}

	@Test
	void anExportThatThrowsHasFailed() {
		SpanExporter exporter = mock();
		given(exporter.export(any())).willThrow(new IllegalStateException("wanted"));
		FollowedSpanExporter counted = new FollowedSpanExporter(exporter, this.counts);
		assertThatIllegalStateException().isThrownBy(() -> counted.export(List.of(mock(SpanData.class))));
		assertThat(this.counts.failed()).isEqualTo(1);
	}

	@Test
	void tellsOfSignalsThatAreExportedLater() {
		List<SignalCounts> heard = new ArrayList<>();
		this.pipeline.open(Signal.METRICS, 0);
		this.pipeline.forEach(heard::add);
		this.pipeline.open(Signal.TRACES, 8);
		this.pipeline.open(Signal.TRACES, 8);
		assertThat(heard).containsExactly(this.pipeline.of(Signal.METRICS), this.counts);
		assertThat(this.pipeline.open()).containsExactly(this.counts, this.pipeline.of(Signal.METRICS));
		assertThat(this.counts.hasQueue()).isTrue();
		assertThat(this.pipeline.of(Signal.METRICS).hasQueue()).isFalse();
	}

	private void offer(int items) {
		for (int i = 0; i < items; i++) {
			this.counts.offered();
		}
	}

}
