// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.starmates.telemetry.doctor.EndpointAddress;
import com.starmates.telemetry.doctor.EndpointProbe;
import com.starmates.telemetry.doctor.Facts;
import com.starmates.telemetry.export.ExportWatch;
import com.starmates.telemetry.export.PipelineCounts;
import com.starmates.telemetry.export.Signal;
import com.starmates.telemetry.export.SignalCounts;
import com.starmates.telemetry.masking.Masker;
import org.jspecify.annotations.Nullable;

/**
 * What the pipeline tells of exports, and whether somebody listens at the other end.
 */
final class ExportFacts {

	private final OtlpTargets targets;

	private final @Nullable PipelineCounts counts;

	private final @Nullable ExportWatch watch;

	private final Masker masker;

	private final EndpointProbe probe = new EndpointProbe();

	ExportFacts(OtlpTargets targets, @Nullable PipelineCounts counts, @Nullable ExportWatch watch, Masker masker) {
		this.targets = targets;
		this.counts = counts;
		this.watch = watch;
		this.masker = masker;
	}

	/**
	 * Return the signals that are exported.
	 * @param probed whether to find out if somebody listens, which may take a second
	 */
	List<Facts.Export> exports(boolean probed) {
		List<OtlpTarget> all = this.targets.targets()
			.filter((target) -> target.used() || !isOpen(target.signal()))
			.toList();
		if (probed) {
			all.stream()
				.filter(OtlpTarget::used)
				.map(OtlpTarget::url)
				.map(EndpointAddress::of)
				.filter(Objects::nonNull)
				.forEach(this.probe::begin);
		}
		return signals(all).map((signal) -> export(signal, all, probed)).toList();
	}

	private Stream<Signal> signals(List<OtlpTarget> all) {
		Stream<Signal> open = (this.counts != null) ? this.counts.open().stream().map(SignalCounts::signal)
				: Stream.empty();
		return Stream.concat(open, all.stream().map(OtlpTarget::signal)).distinct().sorted();
	}

	private Facts.Export export(Signal signal, List<OtlpTarget> all, boolean probed) {
		OtlpTarget target = all.stream().filter((each) -> each.signal() == signal).findFirst().orElse(null);
		Facts.Endpoint endpoint = (target != null) ? endpoint(target, probed) : null;
		String lastError = (this.watch != null) ? this.watch.lastError(signal) : null;
		return new Facts.Export(signal.toString(), (target != null && !target.used()) ? "absent" : state(signal),
				(lastError != null) ? this.masker.mask(lastError) : null, endpoint, items(signal), queue(signal));
	}

	/** With a processor of the application's own, nobody knows what works. */
	private String state(Signal signal) {
		if (this.watch != null && this.watch.isFailing(signal)) {
			return "failing";
		}
		return (this.watch != null && isOpen(signal)) ? "working" : "unwatched";
	}

	private boolean isOpen(Signal signal) {
		return this.counts != null && this.counts.isOpen(signal);
	}

	private Facts.Items items(Signal signal) {
		if (this.counts == null) {
			return new Facts.Items(0, 0, 0);
		}
		SignalCounts of = this.counts.of(signal);
		return new Facts.Items(of.exported(), of.failed(), of.dropped());
	}

	private Facts.Queue queue(Signal signal) {
		return (this.counts != null)
				? new Facts.Queue(this.counts.of(signal).queueSize(), this.counts.of(signal).queueCapacity())
				: new Facts.Queue(0, 0);
	}

	private Facts.Endpoint endpoint(OtlpTarget target, boolean probed) {
		EndpointAddress address = EndpointAddress.of(target.url());
		return new Facts.Endpoint(this.masker.mask(EndpointAddress.show(target.url())), target.protocol(),
				(probed && target.used() && address != null) ? this.probe.isReachable(address) : null);
	}

}
