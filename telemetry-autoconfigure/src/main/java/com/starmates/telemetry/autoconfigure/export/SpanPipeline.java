// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.util.List;

import com.starmates.telemetry.error.SpanErrors;
import com.starmates.telemetry.export.FollowedSpanExporter;
import com.starmates.telemetry.export.MaskedSpanExporter;
import com.starmates.telemetry.export.SignalCounts;
import com.starmates.telemetry.masking.Masker;
import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.micrometer.tracing.otel.bridge.CompositeSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.beans.factory.ObjectProvider;

/**
 * What stands between ended spans and their exporters. Micrometer's composite copies
 * every span and sorts its attributes anew whenever one is read, which costs more than
 * the export itself; it is used only if the application asks for what it does.
 */
final class SpanPipeline {

	private final List<SpanExportingPredicate> predicates;

	private final List<SpanReporter> reporters;

	private final List<SpanFilter> filters;

	private final SpanErrors errors;

	SpanPipeline(ObjectProvider<SpanExportingPredicate> predicates, ObjectProvider<SpanReporter> reporters,
			ObjectProvider<SpanFilter> filters, Masker masker) {
		this.predicates = predicates.orderedStream().toList();
		this.reporters = reporters.orderedStream().toList();
		this.filters = filters.orderedStream().toList();
		this.errors = new SpanErrors(masker);
	}

	/** Return what feeds all of the exporters, and counts what reaches them. */
	SpanExporter exporter(List<SpanExporter> exporters, SignalCounts counts) {
		SpanExporter all = new FollowedSpanExporter(
				new MaskedSpanExporter(SpanExporter.composite(exporters), this.errors), counts);
		if (this.predicates.isEmpty() && this.reporters.isEmpty() && this.filters.isEmpty()) {
			return all;
		}
		return new CompositeSpanExporter(List.of(all), List.of((span) -> isExportable(span, counts)), this.reporters,
				this.filters);
	}

	private boolean isExportable(FinishedSpan span, SignalCounts counts) {
		boolean exportable = this.predicates.stream().allMatch((predicate) -> predicate.isExportable(span));
		if (!exportable) {
			counts.withdrawn();
		}
		return exportable;
	}

}
