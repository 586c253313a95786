// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.math.BigDecimal;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import com.starmates.telemetry.context.TelemetryContext;
import com.starmates.telemetry.error.ErrorCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BufferedEvent}: what is kept of a line, and what is not.
 */
class BufferedEventTests extends AbstractLogBufferTests {

	@Test
	void aLineIsWhatItWasWhenItWasLogged() {
		List<String> items = new ArrayList<>(List.of("a"));
		Instant before = Instant.now();
		ILoggingEvent event = onlyWritten(() -> {
			this.loggers.getMDCAdapter().put("tenant", "one");
			Thread.currentThread().setName("then");
			this.logger.atDebug().addKeyValue("items", items).log("Has {}", items);
			this.loggers.getMDCAdapter().put("tenant", "two");
			Thread.currentThread().setName("main");
			items.add("b");
		});
		assertThat(event.getFormattedMessage()).isEqualTo("Has [a]");
		assertThat(fields(event)).containsExactly("buffered=\"true\"", "items=\"[a]\"");
		assertThat(event.getMDCPropertyMap()).isEqualTo(Map.of("tenant", "one"));
		assertThat(event.getThreadName()).isEqualTo("then");
		assertThat(event.getInstant()).isBetween(before, Instant.now());
		assertThat(event.getArgumentArray()).isNull();
	}

	@Test
	void valuesThatNeverChangeKeepTheirTypes() {
		Object[] values = { "text", 1, 2L, 3.5, true, 'c', new BigDecimal("4.5"), UUID.randomUUID(),
				Duration.ofSeconds(5), Instant.EPOCH, Thread.State.NEW };
		for (Object value : values) {
			assertThat(kept(value)).isSameAs(value);
		}
	}

	@Test
	void othersBecomeWhatDoesNotChange() {
		assertThat(kept(new AtomicInteger(7))).isEqualTo(7L);
		assertThat(kept(new Date(0))).isEqualTo(Instant.EPOCH);
		assertThat(kept(Map.of("a", 1))).isEqualTo("{a=1}");
		assertThat(kept(new int[] { 1, 2 })).isEqualTo("[1, 2]");
		assertThat(kept(new StringBuilder("built"))).isEqualTo("built");
		assertThat(kept(null)).isNull();
	}

	@Test
	void aValueThatFailsHurtsNobody() {
		Object failing = new Object() {

			@Override
			public String toString() {
				throw new StackOverflowError();
			}

		};
		assertThat((String) kept(failing)).endsWith(" failed: java.lang.StackOverflowError]");
		this.appender.list.clear();
		assertThat(onlyWritten(() -> this.logger.debug("Has {}", failing)).getFormattedMessage())
			.isEqualTo("Has [FAILED toString()]");
	}

	@Test
	void anExceptionThatFailsCostsItsLineOnly() {
		Exception failing = new IllegalStateException() {

			@Override
			public String getMessage() {
				throw new IllegalArgumentException();
			}

		};
		ILoggingEvent event = onlyWritten(() -> {
			this.logger.debug("lost", failing);
			this.logger.debug("kept");
		});
		assertThat(event.getMessage()).isEqualTo("kept");
		assertThat(fields(event)).containsExactly("buffered=\"true\"", "buffered_lost=\"1\"");
	}

	@Test
	void anExceptionIsKeptAsTextAndFrames() {
		Exception exception = shortened(new IllegalStateException("outer", shortened(new ConnectException("refused"))));
		ILoggingEvent event = onlyWritten(() -> this.logger.debug("Failed", exception));
		assertThat(event.getThrowableProxy()).isNotInstanceOf(ThrowableProxy.class);
		assertThat(event.getThrowableProxy().getClassName()).isEqualTo("java.lang.IllegalStateException");
		assertThat(event.getThrowableProxy().getCause().getMessage()).isEqualTo("refused");
		assertThat(event.getThrowableProxy().getStackTraceElementProxyArray()).hasSameSizeAs(exception.getStackTrace());
		assertThat(fields(event)).containsExactly("buffered=\"true\"", "error_category=\"network\"");
	}

	@Test
	void anExceptionKeepsItsCode() {
		ILoggingEvent event = onlyWritten(() -> this.logger.debug("Failed", new SoldOutException()));
		assertThat(fields(event)).containsExactly("buffered=\"true\"", "error_category=\"server\"",
				"error_code=\"E001\"");
	}

	@Test
	void structuredArgumentsAndMarkersBecomeFields() {
		Marker audit = MarkerFactory.getMarker("audit");
		Marker order = Markers.append("order", 7).and(audit);
		ILoggingEvent event = onlyWritten(
				() -> this.logger.debug(order, "Paid {}", StructuredArguments.kv("sum", Map.of("euro", 5))));
		assertThat(event.getFormattedMessage()).isEqualTo("Paid sum={euro=5}");
		assertThat(fields(event)).containsExactly("buffered=\"true\"", "sum=\"{euro=5}\"", "order=\"7\"");
		assertThat(event.getMarkerList()).containsExactly(audit);
	}

	@Test
	void asynchronousAppendersKnowWhatTheWorkWasAbout() {
		AsyncAppender asynchronous = new AsyncAppender();
		ListAppender<ILoggingEvent> behind = new ListAppender<>();
		behind.start();
		asynchronous.setContext(this.loggers);
		asynchronous.setDiscardingThreshold(0);
		asynchronous.addAppender(behind);
		asynchronous.start();
		WorkCapture.install(asynchronous);
		root().addAppender(asynchronous);
		try (Scope scope = TelemetryContext.begin(this.buffers.open(Context.root())).makeCurrent()) {
			this.logger.debug("Before anybody was known");
			TelemetryContext.current().user("user_1");
			this.buffers.end(true);
		}
		asynchronous.stop();
		assertThat(behind.list).hasSize(1);
		assertThat(fields(behind.list.get(0))).contains("buffered=\"true\"", "telemetry.context=\"{user.id=user_1}\"");
	}

	@Test
	void theLinesGoOutOverOtlpToo() {
		InMemoryLogRecordExporter exporter = InMemoryLogRecordExporter.create();
		OtlpAppender otlp = new OtlpAppender(new CloudWatchEncoder());
		otlp.setContext(this.loggers);
		otlp.start();
		otlp.setOpenTelemetry(OpenTelemetrySdk.builder()
			.setLoggerProvider(SdkLoggerProvider.builder()
				.addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
				.build())
			.build());
		root().addAppender(otlp);
		onlyWritten(() -> this.logger.debug("Sent"));
		otlp.stop();
		assertThat(exporter.getFinishedLogRecordItems()).singleElement()
			.satisfies((record) -> assertThat(record.getSeverityText()).isEqualTo("DEBUG"))
			.satisfies((record) -> assertThat(record.getBodyValue().asString()).isEqualTo("Sent"))
			.satisfies((record) -> assertThat(record.getAttributes().toString()).contains("buffered=true"));
	}

	private Object kept(Object value) {
		this.appender.list.clear();
		ILoggingEvent event = onlyWritten(() -> this.logger.atDebug().addKeyValue("value", value).log("Has"));
		return event.getKeyValuePairs().get(1).value;
	}

	@ErrorCode("E001")
	private static final class SoldOutException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
