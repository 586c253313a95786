// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

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
			the meters of Spring Boot, of other libraries and your own.

			An empty value becomes `none`; one of more than 128 characters is cut, and characters that no backend takes
			are replaced.

			`telemetry_series` beside `telemetry_series_budget` shows how many series the service holds, whoever made
			them. Nothing is refused beyond that budget.
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
	void noTwoMetersHaveOneName() {
		List<String> names = definitions().stream().map(MeterDefinition::getExposedName).toList();
		assertThat(names).doesNotHaveDuplicates().allMatch((name) -> name.matches("[a-z][a-z_]*[a-z]"));
	}

	@Test
	void bucketsAscend() {
		assertThat(definitions()).allSatisfy((meter) -> assertThat(meter.getBuckets()).isSorted());
	}

	private static String document() {
		StringBuilder document = new StringBuilder(INTRODUCTION);
		Map<String, String> labels = new TreeMap<>();
		for (MeterDefinition meter : definitions()) {
			document.append("| `%s` | %s | %s | %s | %s |%n".formatted(meter.getExposedName(), kind(meter),
					labels(meter), buckets(meter), meter.getDescription()));
			Arrays.stream(meter.getKeyNames()).forEach((label) -> labels.put(label.asString(), label.getDescription()));
		}
		document.append(LABELS);
		labels.forEach((label, values) -> document.append("| `%s` | %s |%n".formatted(label, values)));
		return document.append(GUARD).toString().replace(System.lineSeparator(), "\n");
	}

	private static String kind(MeterDefinition meter) {
		return switch (meter.getType()) {
			case TIMER, DISTRIBUTION_SUMMARY -> "histogram";
			default -> meter.getType().name().toLowerCase(Locale.ROOT);
		};
	}

	private static String labels(MeterDefinition meter) {
		return Arrays.stream(meter.getKeyNames())
			.map((label) -> "`" + label.asString() + "`")
			.collect(Collectors.joining(" "));
	}

	private static String buckets(MeterDefinition meter) {
		return Arrays.stream(meter.getBuckets())
			.mapToObj((bound) -> (bound == Math.rint(bound)) ? Long.toString((long) bound) : Double.toString(bound))
			.collect(Collectors.joining(" "));
	}

	private static List<MeterDefinition> definitions() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(MeterDefinition.class));
		return scanner.findCandidateComponents("com.starmates.telemetry")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.sorted()
			.map((name) -> ClassUtils.resolveClassName(String.valueOf(name), null))
			.filter((type) -> type.isEnum() && type != TestMeters.class)
			.flatMap((type) -> Stream.of((MeterDefinition[]) type.getEnumConstants()))
			.toList();
	}

}
