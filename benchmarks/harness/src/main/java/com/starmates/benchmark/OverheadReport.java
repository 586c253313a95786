// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the variants cost, as tables in Markdown.
 */
final class OverheadReport {

	private final List<Contestant> contestants;

	private final StartUp startUp;

	OverheadReport(List<Contestant> contestants, StartUp startUp) {
		this.contestants = contestants;
		this.startUp = startUp;
	}

	@Override
	public String toString() {
		return """
				| variant | CPU saturated, µs | over bare | CPU paced, µs | over bare | allocated, bytes | over bare \
				| p50 paced, ms | p99 paced, ms | p99.9 paced, ms | resident, MiB | heap after GC, MiB |
				| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
				%s
				| over bare, ours to | CPU saturated | CPU paced | allocated |
				| --- | ---: | ---: | ---: |
				%s
				%s""".formatted(lines(this::line), lines(this::ratios), this.startUp);
	}

	private String line(Contestant contestant) {
		Measurements one = contestant.measured();
		return format("| %s | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f | %.2f | %.2f | %.2f | %.0f | %.0f |",
				contestant.variant().label(), Medians.of(one.saturated()), saturated(one), Medians.of(one.paced()),
				paced(one), one.allocatedBytes(), allocated(one), millis(one, 50), millis(one, 99), millis(one, 99.9),
				mebibytes(one.residentBytes()), mebibytes(one.liveBytes()));
	}

	private String ratios(Contestant contestant) {
		Measurements peer = contestant.measured();
		Measurements ours = this.contestants.get(this.contestants.size() - 1).measured();
		if (peer == ours || peer == bare()) {
			return "";
		}
		return format("| %s | %.2f | %.2f | %.2f |", contestant.variant().label(), saturated(ours) / saturated(peer),
				paced(ours) / paced(peer), allocated(ours) / allocated(peer));
	}

	private double saturated(Measurements one) {
		return Medians.over(bare().saturated(), one.saturated());
	}

	private double paced(Measurements one) {
		return Medians.over(bare().paced(), one.paced());
	}

	private double allocated(Measurements one) {
		return one.allocatedBytes() - bare().allocatedBytes();
	}

	private Measurements bare() {
		return this.contestants.get(0).measured();
	}

	private String lines(Function<Contestant, String> line) {
		return this.contestants.stream()
			.map(line)
			.filter((text) -> !text.isEmpty())
			.map((text) -> text + "\n")
			.collect(Collectors.joining());
	}

	private static double millis(Measurements one, double percentile) {
		return one.latencies().getValueAtPercentile(percentile) / 1e6;
	}

	private static double mebibytes(long bytes) {
		return bytes / 1024.0 / 1024.0;
	}

	private static String format(String pattern, Object... values) {
		return String.format(Locale.ROOT, pattern, values);
	}

}
