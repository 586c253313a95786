// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services whose telemetry goes nowhere.
 */
@Execution(ExecutionMode.CONCURRENT)
class ExportIT {

	private static final Duration FLUSH_LIMIT = Duration.ofSeconds(10);

	/** Long enough for spans and meters to fail again and again. */
	private static final Duration MANY_EXPORTS = Duration.ofSeconds(4);

	private static final Call EXECUTE = Call.post("/execute",
			"{\"description\":\"Export nothing\",\"type\":\"simple\",\"steps\":[\"one\"]}");

	@Test
	void saysNothingOfExportWhenThereIsNoEndpoint() throws Exception {
		try (Stage stage = Stage.with(Map.of(), Service.ENGINE)) {
			assertServes(stage);
			assertThat(complaints(stage)).isEmpty();
		}
	}

	@Test
	void saysOnceThatNobodyListensAtTheEndpoint() throws Exception {
		Map<String, String> environment = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + deadPort(),
				"OTEL_EXPORTER_OTLP_TIMEOUT", "200", "OTEL_BSP_SCHEDULE_DELAY", "50", "OTEL_METRIC_EXPORT_INTERVAL",
				"500");
		try (Stage stage = Stage.with(environment, Service.ENGINE)) {
			Output output = stage.services().process(Service.ENGINE).output();
			assertServes(stage);
			assertThat(output.await(ExportIT::isComplaint, AbstractTrackingHeaderIT.LIMIT)).isTrue();
			assertServes(stage);
			Awaitility.await()
				.during(MANY_EXPORTS)
				.atMost(AbstractTrackingHeaderIT.LIMIT)
				.until(() -> output.lines().stream().filter(ExportIT::isComplaint).count() == 1);
			assertThat(complaints(stage)).hasSize(1);
		}
	}

	private static void assertServes(Stage stage) {
		assertThat(IntStream.range(0, 20).mapToObj((n) -> stage.http().send(Service.ENGINE, EXECUTE)))
			.allSatisfy((reply) -> assertThat(reply.status()).isEqualTo(202));
	}

	/** What was said until the very end, when all that is left is exported once more. */
	private static List<String> complaints(Stage stage) throws InterruptedException {
		ServiceProcess engine = stage.services().process(Service.ENGINE);
		engine.terminate();
		assertThat(engine.awaitExit(FLUSH_LIMIT)).as("ended in time").isTrue();
		return Stream
			.concat(engine.errors().lines().stream(), engine.output().lines().stream().filter(ExportIT::isComplaint))
			.map(LogLine::text)
			.toList();
	}

	private static boolean isComplaint(LogLine line) {
		return line.member("@level").matches("WARN|ERROR")
				&& line.text().matches("(?i).*(export|otlp|opentelemetry).*");
	}

	private static int deadPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
