// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds rules, alerts, their tests and runbooks, and dashboards to each other and to the
 * meters that there are.
 */
class MonitoringTests {

	private static final Path MONITORING = Path.of("../monitoring");

	private static final Path RUNBOOKS = Path.of("../docs/runbooks");

	/** Nobody can be silent about it. */
	private static final String ALWAYS_FIRING = "Watchdog";

	private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

	private static final Pattern RULE = Pattern.compile("- record: ([\\w:]+)");

	private static final Pattern SERIES = Pattern.compile(
			"(?<![\\w:])([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?=[{\\[)]|\\s*$|\\s+[-+*/><]|\\s+(?:and|or|unless)\\b)",
			Pattern.MULTILINE);

	private static final Pattern PERCENTILE_LIMIT = Pattern.compile("(\\w+_seconds):p95_\\w+ > ([\\d.]+)");

	/** Of Spring Boot, Prometheus, the collector and Jaeger. */
	private static final Pattern OF_OTHERS = Pattern
		.compile("(?:jvm|process|otelcol|traces_span_metrics|traces_service_graph|hikaricp)_\\w+|span_name");

	@Test
	void everyAlertHasTestsAndARunbookAndNothingElseHas() throws IOException {
		Set<String> alerts = alerts();
		assertThat(alerts).hasSizeGreaterThan(20);
		assertThat(names(tests(), Pattern.compile("alertname: (\\w+)"))).isEqualTo(alerts);
		try (Stream<Path> pages = Files.list(RUNBOOKS).sorted()) {
			assertThat(pages.map((page) -> page.getFileName().toString())).containsOnlyOnce("README.md")
				.filteredOn((name) -> !"README.md".equals(name))
				.containsExactlyElementsOf(alerts.stream().map((alert) -> alert + ".md").toList());
		}
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void alertIsSilentBeforeFiresAndIsSilentWhereItIsExempt(String alert) throws IOException {
		List<String> cases = Arrays.stream(tests().split("- eval_time: "))
			.filter((part) -> part.contains("alertname: " + alert + "\n"))
			.toList();
		assertThat(cases).filteredOn((part) -> part.contains("- exp_labels:")).hasSize(1);
		List<String> silent = cases.stream().filter((part) -> part.contains("exp_alerts: []")).toList();
		if (ALWAYS_FIRING.equals(alert)) {
			assertThat(silent).isEmpty();
		}
		else {
			assertThat(silent).hasSizeGreaterThanOrEqualTo(2);
		}
	}

	@ParameterizedTest
	@MethodSource("alerts")
	void runbookSaysWhatItMeansAndWhatToDo(String alert) throws IOException {
		assertThat(Files.readString(RUNBOOKS.resolve(alert + ".md"))).startsWith("# " + alert + "\n")
			.containsSubsequence("## Meaning\n", "## Impact\n", "## Diagnosis\n\n1. ", "## Mitigation\n\n- ");
		assertThat(RUNBOOKS.resolve("README.md")).content().contains("(" + alert + ".md)");
		assertThat(text("alerts")).contains("/docs/runbooks/" + alert + ".md");
	}

	@Test
	void everySeriesIsOfAMeterOrARule() throws IOException {
		Set<String> known = Stream.concat(names(text("rules"), RULE).stream(), meters()).collect(Collectors.toSet());
		Set<String> labels = labels();
		assertThat(names(text("rules") + text("alerts") + queries(), SERIES))
			.filteredOn((name) -> !OF_OTHERS.matcher(name).matches() && !labels.contains(name))
			.isNotEmpty()
			.allSatisfy((name) -> assertThat(known).contains(name));
	}

	@Test
	void everyLimitIsABucket() throws IOException {
		List<MatchResult> limits = PERCENTILE_LIMIT.matcher(text("alerts")).results().toList();
		assertThat(limits).hasSize(4)
			.allSatisfy((limit) -> assertThat(buckets(limit.group(1))).contains(Double.parseDouble(limit.group(2))));
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void dashboardCanBeReadByWhoDidNotMakeIt(Path file) throws IOException {
		JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(file));
		assertThat(dashboard.get("uid").asString() + ".json").isEqualTo(file.getFileName().toString());
		assertThat(dashboard.at("/templating/list").findValuesAsString("name")).containsExactly("environment",
				"service");
		assertThat(dashboard.get("panels")).isNotEmpty().allSatisfy((panel) -> {
			assertThat(panel.get("title").asString()).isNotBlank();
			assertThat(panel.get("description").asString()).endsWith(".");
			assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotBlank();
		});
	}

	static Set<String> alerts() throws IOException {
		return names(text("alerts"), ALERT);
	}

	static List<Path> dashboards() throws IOException {
		try (Stream<Path> files = Files.list(MONITORING.resolve("grafana/dashboards"))) {
			return files.sorted().toList();
		}
	}

	private static Stream<String> meters() {
		return MeterDefinitions.all()
			.stream()
			.map((meter) -> meter.form().exposedName())
			.flatMap((name) -> name.startsWith("<operation>") ? Stream.of("onboarding", "plan_generation")
				.map((operation) -> name.replace("<operation>", operation)) : Stream.of(name))
			.flatMap((name) -> Stream.of(name, name + "_bucket", name + "_count", name + "_sum"));
	}

	private static Set<String> labels() {
		return MeterDefinitions.all()
			.stream()
			.flatMap((meter) -> meter.form().labels().stream())
			.map((label) -> label.name())
			.collect(Collectors.toSet());
	}

	private static List<Double> buckets(String histogram) {
		String form = histogram.startsWith("plan_generation") ? histogram.replace("plan_generation", "<operation>")
				: histogram;
		return MeterDefinitions.all()
			.stream()
			.filter((meter) -> meter.form().exposedName().equals(form))
			.flatMap((meter) -> meter.form().buckets().stream())
			.toList();
	}

	/** Of all panels, one a line. */
	private static String queries() throws IOException {
		StringBuilder queries = new StringBuilder();
		for (Path file : dashboards()) {
			JsonMapper.shared()
				.readTree(Files.readString(file))
				.findValuesAsString("expr")
				.forEach((query) -> queries.append(query).append('\n'));
		}
		return queries.toString();
	}

	private static String tests() throws IOException {
		return text("tests");
	}

	private static String text(String directory) throws IOException {
		StringBuilder text = new StringBuilder();
		try (Stream<Path> files = Files.list(MONITORING.resolve(directory))) {
			for (Path file : files.sorted().toList()) {
				text.append(Files.readString(file)).append('\n');
			}
		}
		return text.toString();
	}

	private static Set<String> names(String text, Pattern pattern) {
		return pattern.matcher(text)
			.results()
			.map((result) -> result.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
