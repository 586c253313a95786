// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code docs/telemetry.md} to the definitions of all meters;
 * {@code -Dupdate-docs=true} writes it.
 */
class TelemetryDocumentTests {

	private static final Path DOCUMENT = Path.of("../docs/telemetry.md");

	private static final String INTRODUCTION = """
			# Meters

			Written by a test from the definitions in the code. Names are those that Prometheus shows; every meter has
			the labels `environment`, `project` and `service` ([identity](configuration.md)) besides its own.
			Meters of an [operation](business.md) begin with its name, and have the labels of its definition.

			| meter | kind | labels | buckets | what it tells |
			| --- | --- | --- | --- | --- |
			""";

	private static final String LABELS = """

			Durations are in seconds. Histograms have the series `_bucket`, `_count`, `_sum` and `_max`.

			## Labels

			| label | values |
			| --- | --- |
			""";

	private static final String GUARD = """

			## Too many values

			Each label of each meter has a budget of values (`telemetry.metrics.cardinality.max-values`, single ones
			`telemetry.metrics.cardinality.labels[<meter>.<label>]`), and each meter one of combinations (`max-series`).
			What comes beyond is counted under the value `_other`: sums over all values stay right. One warning names
			meter and label, and `telemetry_cardinality_overflow_total` counts on; its label `label` is `_series` where
			there were too many combinations. With `telemetry.metrics.cardinality.all-meters=true` the same holds for
			the meters of Spring Boot, of other libraries and your own, but for gauges: one gauge cannot show the values
			of several sources. Nor can a counter or timer that reads a source (`FunctionCounter`, `FunctionTimer`): of
			those that share a series only the first is read. A label with one value for all, such as `service`, stays.
			For these meters `telemetry_cardinality_overflow_total` counts how often a registry was asked for one that
			has no series of its own, not what was recorded. Each registry counts for itself, and it is they that keep
			within the budgets. The composite that Spring Boot puts before several, such as Prometheus and OTLP, cannot:
			filters that rename meters would rename them twice. It has a meter for each value, so that memory grows with
			them, and `/actuator/metrics`, which reads it, shows the total of all others for each value beyond the
			budget; what is scraped and pushed is right.

			With `telemetry.metrics.cardinality.idle-after` a counter that stands still for that time is let go, and its
			values make room for others. Its total is counted as `_other` from then on, so that sums over all values
			never fall; an `increase` over `_other` shows it once. Counters of requests and of operations stay.

			A tracking id is an exemplar and no label: one value for each request would be one series for each.
			`telemetry.metrics.tracking-id-label=true` makes it one on counters all the same, within the budget, to show
			that.

			An empty value becomes `none`; one of more than 128 characters is cut, and characters that no backend takes
			are replaced.

			`telemetry_series` beside `telemetry_series_budget` shows how many series the service holds, whoever made
			them; the largest registry counts where there are several. Nothing is refused beyond that budget.
			""";

	@Test
	void documentListsEveryMeterAndLabel() throws IOException {
		String expected = document();
		if (Boolean.getBoolean("update-docs")) {
			Files.writeString(DOCUMENT, expected);
		}
		assertThat(DOCUMENT).content().as("docs/telemetry.md; write it with -Dupdate-docs=true").isEqualTo(expected);
	}

	@Test
	void documentListsEveryDescriptionOfALabel() {
		assertThat(MeterDefinitions.all()).flatExtracting((meter) -> meter.form().labels())
			.allSatisfy((label) -> assertThat(DOCUMENT).content()
				.containsPattern("\\| `" + label.name() + "`.* \\| " + Pattern.quote(label.description()) + " \\|"));
	}

	@Test
	void noTwoMetersHaveOneName() {
		List<String> names = MeterDefinitions.all().stream().map((meter) -> meter.form().exposedName()).toList();
		assertThat(names).doesNotHaveDuplicates().allMatch((name) -> name.matches("(<operation>|[a-z])[a-z_]*[a-z]"));
	}

	@Test
	void bucketsAscend() {
		assertThat(MeterDefinitions.all()).allSatisfy((meter) -> assertThat(meter.form().buckets()).isSorted());
	}

	private static String document() {
		StringBuilder document = new StringBuilder(INTRODUCTION);
		for (MeterDefinition meter : MeterDefinitions.all()) {
			document.append("| `%s` | %s | %s | %s | %s |%n".formatted(meter.form().exposedName(), kind(meter),
					labels(meter), buckets(meter), meter.form().description()));
		}
		document.append(LABELS);
		descriptions().forEach((label, meters) -> meters.forEach((description, names) -> document
			.append("| `%s`%s | %s |%n".formatted(label, (meters.size() > 1) ? of(names) : "", description))));
		return document.append(GUARD).toString().replace(System.lineSeparator(), "\n");
	}

	/** Meters by what they say of a label, by the label. */
	private static Map<String, Map<String, List<String>>> descriptions() {
		Map<String, Map<String, List<String>>> descriptions = new TreeMap<>();
		for (MeterDefinition meter : MeterDefinitions.all()) {
			for (LabelDefinition label : meter.form().labels()) {
				descriptions.computeIfAbsent(label.name(), (name) -> new TreeMap<>())
					.computeIfAbsent(label.description(), (description) -> new ArrayList<>())
					.add(meter.form().exposedName());
			}
		}
		return descriptions;
	}

	private static String of(List<String> meters) {
		return meters.stream().map((meter) -> "`" + meter + "`").collect(Collectors.joining(" ", " of ", ""));
	}

	private static String kind(MeterDefinition meter) {
		return switch (meter.getType()) {
			case TIMER, DISTRIBUTION_SUMMARY -> "histogram";
			default -> meter.getType().name().toLowerCase(Locale.ROOT);
		};
	}

	private static String labels(MeterDefinition meter) {
		return meter.form().labels().stream().map((label) -> "`" + label.name() + "`").collect(Collectors.joining(" "));
	}

	private static String buckets(MeterDefinition meter) {
		return meter.form()
			.buckets()
			.stream()
			.map((bound) -> (bound == Math.rint(bound)) ? Long.toString(bound.longValue()) : bound.toString())
			.collect(Collectors.joining(" "));
	}

}
