// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ExportWatch} and what reports to it.
 */
class ExportWatchTests {

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final ExportWatch watch = new ExportWatch();

	@BeforeEach
	void listen() {
		this.lines.start();
		logger().addAppender(this.lines);
	}

	@AfterEach
	void stopListening() {
		logger().detachAppender(this.lines);
	}

	@Test
	void saysNothingWhileAllIsWell() {
		this.watch.succeeded(Signal.TRACES);
		assertThat(messages()).isEmpty();
	}

	@Test
	void anExporterThatThrowsHasFailed() {
		SpanExporter throwing = mock();
		given(throwing.export(any())).willThrow(new IllegalStateException("wanted"));
		assertThat(new FollowedSpanExporter(throwing, this.watch.follower(Signal.TRACES)).export(List.of()).isSuccess())
			.isFalse();
		assertThat(messages()).singleElement().asString().startsWith("Telemetry cannot be exported: wanted (traces).");
	}

	@Test
	void saysOnceThatExportsFail() {
		ConnectException cause = new ConnectException("Connection refused");
		this.watch.failed(Signal.TRACES, new IllegalStateException("outer", cause));
		this.watch.failed(Signal.METRICS, cause);
		this.watch.failed(Signal.TRACES, cause);
		assertThat(messages()).singleElement()
			.asString()
			.startsWith("Telemetry cannot be exported: Connection refused (traces).");
	}

	@Test
	void explainsConnectionErrorsWithoutAMessage() {
		ConnectException exception = new ConnectException();
		exception.initCause(new ClosedChannelException());
		this.watch.failed(Signal.METRICS, new Exception(exception));
		assertThat(messages()).singleElement().asString().contains("Connection refused (metrics)");
	}

	@Test
	void explainsNamesThatNobodyKnows() {
		this.watch.failed(Signal.TRACES, new UnknownHostException("collector"));
		assertThat(messages()).singleElement().asString().contains("Unknown host collector (traces)");
	}

	@Test
	void saysOnceThatAllExportsWorkAgain() {
		this.watch.failed(Signal.TRACES, null);
		this.watch.failed(Signal.METRICS, null);
		this.watch.succeeded(Signal.TRACES);
		assertThat(messages()).hasSize(1);
		this.watch.succeeded(Signal.METRICS);
		this.watch.succeeded(Signal.METRICS);
		assertThat(messages()).hasSize(2).last().isEqualTo("Telemetry is exported again");
	}

	@Test
	void spanExporterReportsWhatBecomesOfSpans() {
		SpanExporter exporter = mock();
		given(exporter.export(any())).willReturn(CompletableResultCode.ofExceptionalFailure(new ConnectException("no")),
				CompletableResultCode.ofSuccess());
		FollowedSpanExporter watched = new FollowedSpanExporter(exporter, this.watch.follower(Signal.TRACES));
		assertThat(watched.export(List.of()).isSuccess()).isFalse();
		assertThat(messages()).singleElement().asString().contains("no (traces)");
		assertThat(watched.export(List.of()).isSuccess()).isTrue();
		assertThat(messages()).hasSize(2);
	}

	@Test
	void spanExporterPassesFlushAndShutdownOn() {
		InMemorySpanExporter exporter = InMemorySpanExporter.create();
		FollowedSpanExporter watched = new FollowedSpanExporter(exporter, this.watch.follower(Signal.TRACES));
		assertThat(watched.flush().isSuccess()).isTrue();
		assertThat(watched.shutdown().isSuccess()).isTrue();
		assertThat(watched.export(List.of()).isSuccess()).isFalse();
	}

	@Test
	void metricsSenderEndsFailures() {
		WatchedMetricsSender sender = new WatchedMetricsSender((request) -> {
			throw new ConnectException("no");
		}, this.watch, new SignalCounts(Signal.METRICS));
		sender.send(OtlpMetricsSender.Request.builder(new byte[0]).build());
		assertThat(messages()).singleElement().asString().contains("no (metrics)");
	}

	private List<String> messages() {
		return this.lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger(ExportWatch.class);
	}

}
