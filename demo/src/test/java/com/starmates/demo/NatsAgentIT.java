// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.starmates.telemetry.test.CoreNats;
import com.starmates.telemetry.test.NatsProcess;
import com.starmates.telemetry.test.RequiresNats;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * NATS where the OpenTelemetry agent is attached: it knows what is sent over core NATS,
 * and handlers. It knows neither streams nor the asking for messages.
 */
@RequiresNats
class NatsAgentIT {

	private static final String AGENT = "-javaagent:" + System.getProperty("demo.agent");

	private static final String JOB = "{\"description\":\"Do it\",\"type\":\"simple\",\"steps\":[\"one\"]}";

	private static final Pattern TRACED = Pattern.compile("(root|handled|asked) .*");

	@Test
	void streamsCarryTheTraceAndHandlersHaveTheAgentsSpan() throws Exception {
		try (NatsProcess nats = new NatsProcess();
				Stage stage = Stage.exporting(
						Map.of("JAVA_TOOL_OPTIONS", AGENT, "SPRING_PROFILES_ACTIVE", "nats", "NATS_URL", nats.url()),
						Service.ENGINE)) {
			Reply reply = stage.http().send(Service.ENGINE, Call.post("/execute", JOB));
			Trace trace = stage.receiver()
				.awaitTrace(reply.trackingId(), (each) -> of(each, "CONSUMER").size() == 1 && each.isTree(),
						AbstractTrackingHeaderIT.LIMIT);
			assertThat(of(trace, "PRODUCER")).extracting(Span::name)
				.containsOnlyOnce("publish jobs.execute")
				.doesNotContain("jobs.execute publish");
			Span published = of(trace, "PRODUCER").get(0);
			Span processed = of(trace, "CONSUMER").get(0);
			assertThat(published.name()).isEqualTo("publish jobs.execute");
			assertThat(processed.name()).isEqualTo("jobs.execute process");
			assertThat(trace.parent(processed)).isEqualTo(published);
			assertThat(trace.children(processed)).extracting(Span::name).contains("workflow");
			assertThat(stage.services().process(Service.ENGINE).lines(trace.id()))
				.anyMatch((line) -> line.member("@message").equals("Workflow completed"));
			assertThat(stage.http().scrape(Service.ENGINE))
				.containsPattern("event_bus_published_total\\{[^}]*subject=\"jobs.execute\"[^}]*} 1.0")
				.containsPattern(
						"event_bus_consumed_total\\{[^}]*outcome=\"ack\"[^}]*subject=\"jobs.execute\"[^}]*} 1.0");
		}
	}

	@Test
	void coreMessagesHaveTheAgentsSpans(@TempDir Path directory) throws Exception {
		try (NatsProcess nats = new NatsProcess(); OtlpReceiver receiver = OtlpReceiver.start(0)) {
			List<String> lines = run(nats.url(), receiver.endpoint(), directory.resolve("output"));
			String id = lines.get(0).split(" ")[1];
			assertThat(lines).containsExactlyInAnyOrder("root " + id, "handled " + id, "handled " + id, "handled " + id,
					"asked " + id, "asked " + id);
			Trace trace = receiver.awaitTrace(id, (each) -> each.spans().size() == 14, AbstractTrackingHeaderIT.LIMIT);
			assertThat(trace.spans()).extracting(NatsAgentIT::signature)
				.containsExactlyInAnyOrder(tuple("INTERNAL", "root"), tuple("PRODUCER", "core.handled publish"),
						tuple("CONSUMER", "core.handled process"), tuple("PRODUCER", "core.handled publish"),
						tuple("CONSUMER", "core.handled process"), tuple("PRODUCER", "(temporary) publish"),
						tuple("CONSUMER", "(temporary) process"), tuple("PRODUCER", "core.asked publish"),
						tuple("CONSUMER", "core.asked process"), tuple("CLIENT", "receive core.asked"),
						tuple("PRODUCER", "core.asked publish"), tuple("CONSUMER", "core.asked process"),
						tuple("CLIENT", "receive core.asked"), tuple("CONSUMER", "core.handled process"));
			assertThat(trace.isTree()).as("one tree: %s", trace).isTrue();
		}
	}

	/** Run an application to its end; return what it printed of its traces. */
	private static List<String> run(String nats, String endpoint, Path output) throws Exception {
		Path libraries = Service.ENGINE.unpackedJar(Path.of("..")).resolveSibling("lib");
		Path tests = Path.of(CoreNats.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				AGENT, "-cp", tests + File.pathSeparator + libraries + "/*", CoreNats.class.getName(), nats);
		builder.environment()
			.putAll(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "OTEL_METRICS_EXPORTER", "none",
					"OTEL_LOGS_EXPORTER", "none", "OTEL_BSP_SCHEDULE_DELAY", "50"));
		Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			boolean ended = process.waitFor(60, TimeUnit.SECONDS);
			assertThat(ended && process.exitValue() == 0).as(Files.readString(output)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		return Files.readAllLines(output).stream().filter((line) -> TRACED.matcher(line).matches()).toList();
	}

	private static List<Span> of(Trace trace, String kind) {
		return trace.spans().stream().filter((span) -> span.kind().equals(kind)).toList();
	}

	private static Tuple signature(Span span) {
		return tuple(span.kind(), span.name());
	}

}
