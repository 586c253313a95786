// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link LogBuffers}: how much is kept.
 */
class LogBuffersTests extends AbstractLogBufferTests {

	/** An event, its mark, and three hundred characters. */
	private static final int LINE_BYTES = 256 + 64 + 2 * "buffered".length() + 600;

	@Test
	void aLineIsCountedByItsCharacters() {
		try (Scope scope = this.buffers.open(Context.root()).makeCurrent()) {
			line(0);
			assertThat(this.buffers.heldBytes()).isEqualTo(LINE_BYTES);
			this.loggers.getMDCAdapter().put("key", "12345");
			line(1);
			this.loggers.getMDCAdapter().clear();
			assertThat(this.buffers.heldBytes()).isEqualTo(2 * LINE_BYTES + 64 + 10);
			this.buffers.end(false);
		}
	}

	@Test
	void anExceptionIsCountedByItsFrames() {
		Exception exception = shortened(new IllegalStateException("12345"));
		exception.addSuppressed(shortened(new IllegalStateException("1")));
		try (Scope scope = this.buffers.open(Context.root()).makeCurrent()) {
			this.logger.debug("", exception);
			long fields = 64 + 2 * "buffered".length() + 64 + 2 * ("error_category".length() + "server".length());
			long exceptions = 256 + 2 * 5 + 3 * 96 + 256 + 2 * 1 + 3 * 96;
			assertThat(this.buffers.heldBytes()).isEqualTo(256 + fields + exceptions);
			this.buffers.end(false);
		}
	}

	@Test
	void theOldestLinesOfARequestGoFirst() {
		List<ILoggingEvent> events = written(() -> IntStream.range(0, 20).forEach(this::line));
		assertThat(MAX_REQUEST_BYTES / LINE_BYTES).isEqualTo(10);
		assertThat(events).extracting((event) -> event.getMessage().trim())
			.containsExactly("10", "11", "12", "13", "14", "15", "16", "17", "18", "19");
		assertThat(fields(events.get(0))).containsExactly("buffered=\"true\"", "buffered_lost=\"10\"");
		assertThat(fields(events.get(1))).containsExactly("buffered=\"true\"");
	}

	@Test
	void aLineThatIsTooLongGoesAlone() {
		List<ILoggingEvent> events = written(() -> {
			line(0);
			this.logger.debug("x".repeat(MAX_REQUEST_BYTES));
			line(1);
		});
		assertThat(events).extracting((event) -> event.getMessage().trim()).containsExactly("0", "1");
		assertThat(fields(events.get(0))).contains("buffered_lost=\"1\"");
	}

	@Test
	void allRequestsTogetherKeepNoMoreThanTheirShare() {
		Context first = this.buffers.open(Context.root());
		Context second = this.buffers.open(Context.root());
		Context third = this.buffers.open(Context.root());
		in(first, () -> IntStream.range(0, 10).forEach(this::line));
		in(second, () -> IntStream.range(100, 110).forEach(this::line));
		assertThat(MAX_TOTAL_BYTES / LINE_BYTES).isEqualTo(16);
		assertThat(this.buffers.heldBytes()).isEqualTo(16 * LINE_BYTES);
		in(third, () -> line(200));
		in(third, () -> this.buffers.end(true));
		assertThat(this.appender.list).isEmpty();
		in(second, () -> this.buffers.end(true));
		assertThat(this.appender.list).extracting((event) -> event.getMessage().trim())
			.containsExactly("104", "105", "106", "107", "108", "109");
		assertThat(fields(this.appender.list.get(0))).contains("buffered_lost=\"4\"");
		assertThat(this.buffers.heldBytes()).isEqualTo(10 * LINE_BYTES);
		in(first, () -> this.buffers.end(false));
	}

	@Test
	void threadsOfOneRequestShareItsBuffer() {
		LogBuffers large = new LogBuffers(Level.DEBUG, 10_000_000, 10_000_000);
		this.loggers.addTurboFilter(new LogBufferFilter(large, false));
		Context context = large.open(Context.root());
		CompletableFuture<?>[] threads = IntStream.range(0, 8)
			.mapToObj((thread) -> CompletableFuture
				.runAsync(context.wrap(() -> IntStream.range(0, 500).forEach(this::line))))
			.toArray(CompletableFuture<?>[]::new);
		CompletableFuture.allOf(threads).join();
		assertThat(large.heldBytes()).isEqualTo(4_000 * LINE_BYTES);
		in(context, () -> large.end(true));
		assertThat(this.appender.list).hasSize(4_000);
		assertThat(large.heldBytes()).isZero();
	}

	@Test
	void nothingIsHeldWhenLinesComeWhileTheRequestEnds() {
		for (int i = 0; i < 200; i++) {
			Context context = this.buffers.open(Context.root());
			CompletableFuture<Void> other = CompletableFuture
				.runAsync(context.wrap(() -> IntStream.range(0, 10).forEach(this::line)));
			in(context, () -> this.buffers.end(false));
			other.join();
			assertThat(this.buffers.heldBytes()).isZero();
		}
	}

	@Test
	void anAppenderThatFailsCostsNoMemory() {
		Logger failing = this.loggers.getLogger("com.example.Failing");
		failing.addAppender(new AppenderBase<>() {

			@Override
			public synchronized void doAppend(ILoggingEvent event) {
				throw new IllegalStateException("full");
			}

			@Override
			protected void append(ILoggingEvent event) {
			}

		});
		Context context = this.buffers.open(Context.root());
		in(context, () -> failing.debug("lost"));
		assertThatIllegalStateException().isThrownBy(() -> in(context, () -> this.buffers.end(true)));
	}

	private static void in(Context context, Runnable work) {
		context.wrap(work).run();
	}

	private void line(int number) {
		this.logger.debug(String.format("%-300d", number));
	}

}
