// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is set when a service runs decides what it exports, whenever it was processed.
 */
class AheadOfTimeSettingsIT {

	private static final String PUSHED = "telemetry_export_items_total{";

	private static Path jar;

	@BeforeAll
	static void process(@TempDir Path directory) {
		jar = ProcessedJar.of(Service.GATEWAY, directory);
	}

	@Test
	void nothingIsExportedWithoutAnEndpoint() throws Exception {
		try (Stage stage = start(Map.of())) {
			assertThat(stage.http().scrape(Service.GATEWAY)).contains("telemetry_series{").doesNotContain(PUSHED);
			assertThat(findings(stage)).isZero();
		}
	}

	@Test
	void nothingIsExportedThatIsSwitchedOff() throws Exception {
		try (OtlpReceiver receiver = OtlpReceiver.start(0);
				Stage stage = start(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(), "OTEL_TRACES_EXPORTER",
						"none", "OTEL_METRICS_EXPORTER", "none"))) {
			assertThat(stage.http().scrape(Service.GATEWAY)).contains("signal=\"logs\"")
				.doesNotContain("signal=\"traces\"", "signal=\"metrics\"");
			assertThat(findings(stage)).isZero();
		}
	}

	@Test
	void theDoctorKnowsWhatCannotBeExported() throws Exception {
		Map<String, String> grpc = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317",
				"OTEL_EXPORTER_OTLP_PROTOCOL", "grpc", "OTEL_METRICS_EXPORTER", "none");
		try (Stage stage = start(grpc)) {
			assertThat(stage.services()
				.process(Service.GATEWAY)
				.output()
				.await((line) -> line.member("@message")
					.contains("2 problems:\n- exporter-missing: Nothing exports traces")
						&& line.member("@message").contains("\n- exporter-missing: Nothing exports logs"),
						AbstractTrackingHeaderIT.LIMIT))
				.isTrue();
			assertThat(stage.http().scrape(Service.GATEWAY)).doesNotContain(PUSHED);
		}
	}

	private static Stage start(Map<String, String> environment) throws Exception {
		Map<String, String> all = new HashMap<>(environment);
		all.putAll(ProcessedJar.RUN);
		return Stage.with((service) -> jar, all, Service.GATEWAY);
	}

	/** Count what the doctor has said until the service has ended. */
	private static long findings(Stage stage) {
		stage.services().close();
		return stage.services()
			.process(Service.GATEWAY)
			.output()
			.lines()
			.stream()
			.filter((line) -> line.member("@message").contains("exporter-missing"))
			.count();
	}

}
