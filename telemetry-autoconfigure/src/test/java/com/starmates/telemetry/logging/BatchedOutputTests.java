// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link BatchedOutput}.
 */
class BatchedOutputTests {

	private static final Duration LONG = Duration.ofHours(1);

	private final AtomicLong clock = new AtomicLong();

	private final Target target = new Target();

	private BatchedOutput output = new BatchedOutput(this.target, LONG, this.clock::get);

	@AfterEach
	@Timeout(value = 10, threadMode = ThreadMode.SEPARATE_THREAD)
	void close() throws IOException {
		this.target.gate.release();
		this.output.close();
	}

	@Test
	void linesThatComeSlowlyAreWrittenAtOnce() throws IOException {
		for (int i = 0; i < 200; i++) {
			this.clock.addAndGet(Duration.ofMillis(2).toNanos());
			write("line " + i);
			assertThat(this.target.writes).hasSize(i + 1).last().isEqualTo("line " + i + "\n");
		}
	}

	@Test
	void linesThatComeFastAreWrittenTogether() throws IOException {
		writeLines(1_000);
		this.output.flush();
		assertThat(this.target.writes).hasSize(21);
		assertThat(this.target.text()).isEqualTo(lines(1_000));
	}

	@Test
	void whatWasFastIsHeldFromTheNextLineOn() throws IOException {
		writeLines(20);
		this.clock.addAndGet(Duration.ofMillis(21).toNanos());
		write("held");
		assertThat(this.target.writes).hasSize(20);
	}

	@Test
	void afterAPauseLinesAreWrittenAtOnceAndInOrder() throws IOException {
		writeLines(25);
		this.clock.addAndGet(Duration.ofMillis(50).toNanos());
		write("line 25");
		assertThat(this.target.text()).isEqualTo(lines(26));
	}

	@Test
	void heldLinesLeaveAfterTheDelay() throws IOException {
		this.output = new BatchedOutput(this.target, Duration.ofMillis(5), this.clock::get);
		writeLines(30);
		await().until(() -> this.target.text().equals(lines(30)));
		writeLines(10);
		await().until(() -> this.target.text().equals(lines(30) + lines(10)));
	}

	@Test
	void aFullBufferIsWrittenBeforeTheDelayIsOver() throws IOException {
		String longLine = "x".repeat(30_000);
		writeLines(20);
		write(longLine);
		write(longLine);
		assertThat(this.target.writes).hasSize(20);
		write(longLine);
		await().until(() -> this.target.text().equals(lines(20) + (longLine + "\n").repeat(3)));
		assertThat(this.target.writes.get(20)).isEqualTo((longLine + "\n").repeat(2));
	}

	@Test
	void aLineLongerThanTheBufferIsWrittenAfterWhatIsHeld() throws IOException {
		String longLine = "x".repeat(100_000);
		writeLines(25);
		write(longLine);
		assertThat(this.target.text()).isEqualTo(lines(25) + longLine + "\n");
	}

	@Test
	void closingWritesWhatIsHeldAndEndsTheWriter() throws IOException {
		writeLines(25);
		assertThat(this.target.writes).hasSize(20);
		this.output.close();
		assertThat(this.target.text()).isEqualTo(lines(25));
		assertThat(this.target.closed).isTrue();
	}

	@Test
	void linesAfterTheEndAreWrittenAtOnce() throws IOException {
		writeLines(25);
		this.output.close();
		write("line 25");
		assertThat(this.target.text()).isEqualTo(lines(26));
	}

	@ParameterizedTest
	@ValueSource(classes = { IOException.class, IllegalStateException.class, OutOfMemoryError.class })
	void whatTheWriterCannotWriteIsWrittenLater(Class<? extends Throwable> failure) throws Exception {
		this.output = new BatchedOutput(this.target, Duration.ofMillis(1), this.clock::get);
		writeLines(20);
		this.target.failure = failure.getConstructor(String.class).newInstance("disk full");
		write("line 20");
		await().until(() -> this.target.failures > 1);
		this.target.failure = null;
		await().until(() -> this.target.text().equals(lines(21)));
		write("line 21");
		await().until(() -> this.target.text().equals(lines(22)));
	}

	@Test
	void whatComesAfterALineThatCannotBeWrittenStaysBehindIt() throws IOException {
		this.output = new BatchedOutput(this.target, Duration.ofMillis(1), this.clock::get);
		writeLines(20);
		this.target.failure = new IOException("disk full");
		write("line 20");
		await().until(() -> this.target.failures > 1);
		write("line 21");
		assertThatIOException().isThrownBy(() -> this.output.flush()).withMessage("disk full");
		this.target.failure = null;
		this.output.flush();
		assertThat(this.target.text()).isEqualTo(lines(22));
	}

	@Test
	void linesAreTakenInWhileOthersAreBeingWritten() throws Exception {
		writeLines(25);
		this.target.gate.acquire();
		Thread flushing = start(() -> this.output.flush());
		await().until(this.target.gate::hasQueuedThreads);
		Thread adding = start(() -> write("line 25"));
		await().until(() -> !adding.isAlive());
		assertThat(this.target.writes).hasSize(20);
		this.target.gate.release();
		join(flushing);
		assertThat(this.target.writes).hasSize(21);
		this.output.flush();
		assertThat(this.target.text()).isEqualTo(lines(26));
	}

	@Test
	void whoFindsBothBuffersFullWaitsForTheTarget() throws Exception {
		String longLine = "x".repeat(60_000);
		writeLines(20);
		this.target.gate.acquire();
		List<Thread> writing = Stream.generate(() -> start(() -> write(longLine))).limit(4).toList();
		await().until(() -> count(writing, Thread.State.WAITING) == 2 && count(writing, Thread.State.TERMINATED) == 2);
		this.target.gate.release();
		writing.forEach(BatchedOutputTests::join);
		this.output.flush();
		assertThat(this.target.text()).isEqualTo(lines(20) + (longLine + "\n").repeat(4));
	}

	@Test
	void whoWaitsGoesOnWhenTheTargetFails() throws Exception {
		String longLine = "x".repeat(60_000);
		writeLines(25);
		this.target.gate.acquire();
		Thread flushing = start(() -> assertThatIOException().isThrownBy(() -> this.output.flush()));
		await().until(this.target.gate::hasQueuedThreads);
		write(longLine);
		Thread waiting = start(() -> assertThatIOException().isThrownBy(() -> write(longLine)));
		await().until(() -> waiting.getState() == Thread.State.WAITING);
		this.target.failure = new IOException("disk full");
		this.target.gate.release();
		join(flushing);
		join(waiting);
		this.target.failure = null;
		this.output.flush();
		assertThat(this.target.failures).isGreaterThanOrEqualTo(2);
		assertThat(this.target.text()).isEqualTo(lines(25) + longLine + "\n");
	}

	@Test
	void theEndWritesWhatIsYoungerThanWhatFailed() throws IOException {
		writeLines(25);
		this.target.failure = new IOException("disk full");
		assertThatIOException().isThrownBy(() -> this.output.flush());
		write("line 25");
		this.target.failure = null;
		this.target.flushFailure = new IOException("disk slow");
		assertThatIOException().isThrownBy(() -> this.output.end()).withMessage("disk slow");
		assertThat(this.target.text()).isEqualTo(lines(26));
		this.target.flushFailure = null;
	}

	@Test
	void theEndWaitsForWhatIsBeingWritten() throws Exception {
		writeLines(25);
		this.target.gate.acquire();
		Thread flushing = start(() -> this.output.flush());
		await().until(this.target.gate::hasQueuedThreads);
		Thread adding = start(() -> write("line 25"));
		await().until(() -> !adding.isAlive());
		Thread ending = start(() -> this.output.end());
		await().until(() -> ending.getState() == Thread.State.WAITING);
		this.target.gate.release();
		join(ending);
		join(flushing);
		assertThat(this.target.text()).isEqualTo(lines(26));
	}

	@Test
	void aTargetThatItselfWritesALineDoesNotWaitForIt() throws Exception {
		writeLines(25);
		this.target.says = "of the target";
		Thread flushing = start(() -> this.output.flush());
		join(flushing);
		assertThat(this.target.text())
			.isEqualTo(lines(20) + "of the target\n" + lines(25).substring(lines(20).length()));
	}

	@Test
	void whoWritesAtOnceIsToldThatItFails() throws Exception {
		this.target.failure = new IOException("disk full");
		assertThatIOException().isThrownBy(() -> write("line 0")).withMessage("disk full");
		this.target.failure = null;
		writeLines(1);
		assertThat(this.target.text()).isEqualTo(lines(1));
	}

	@Test
	void theWriterIsThereWhileLinesComeFast() throws IOException {
		this.output = new BatchedOutput(this.target, Duration.ofMillis(1));
		await().until(() -> writers().isEmpty());
		writeLines(100);
		assertThat(writers()).hasSize(1)
			.allMatch(Thread::isDaemon)
			.allMatch((thread) -> thread.getContextClassLoader() == null);
		await().until(() -> writers().isEmpty());
		writeLines(100);
		assertThat(writers()).hasSize(1);
		this.output.close();
		await().until(() -> writers().isEmpty());
		assertThat(this.target.text()).isEqualTo(lines(100).repeat(2));
	}

	@Test
	void anInterruptedWriterGoesOn() throws IOException {
		this.output = new BatchedOutput(this.target, Duration.ofMillis(20), this.clock::get);
		writeLines(25);
		writers().forEach(Thread::interrupt);
		await().until(() -> this.target.text().equals(lines(25)));
		writeLines(5);
		await().until(() -> this.target.text().equals(lines(25) + lines(5)));
	}

	@Test
	void linesOfManyThreadsStayWholeAndInTheirOrder() throws IOException {
		this.output = new BatchedOutput(this.target, Duration.ofMillis(1));
		List<Thread> threads = IntStream.range(0, 4).mapToObj((thread) -> start(() -> {
			for (int i = 0; i < 5_000; i++) {
				write(thread + " " + i + " " + "x".repeat(i % 200));
			}
		})).toList();
		threads.forEach(BatchedOutputTests::join);
		this.output.flush();
		assertThat(this.target.overlaps).isZero();
		assertThat(this.target.writes).hasSizeLessThan(10_000);
		for (int thread = 0; thread < 4; thread++) {
			String own = thread + " ";
			List<String> lines = this.target.text().lines().filter((line) -> line.startsWith(own)).toList();
			assertThat(lines).hasSize(5_000);
			assertThat(IntStream.range(0, 5_000))
				.allSatisfy((i) -> assertThat(lines.get(i)).isEqualTo(own + i + " " + "x".repeat(i % 200)));
		}
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(5));
	}

	private static List<Thread> writers() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("telemetry-log-writer"))
			.toList();
	}

	private static long count(List<Thread> threads, Thread.State state) {
		return threads.stream().filter((thread) -> thread.getState() == state).count();
	}

	private static void join(Thread thread) {
		await().until(() -> !thread.isAlive());
	}

	private static Thread start(ThrowingRunnable task) {
		Thread thread = new Thread(task.unchecked());
		thread.start();
		return thread;
	}

	private void writeLines(int count) throws IOException {
		for (int i = 0; i < count; i++) {
			write("line " + i);
		}
	}

	private void write(String line) throws IOException {
		this.output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
	}

	private static String lines(int count) {
		StringBuilder lines = new StringBuilder();
		for (int i = 0; i < count; i++) {
			lines.append("line ").append(i).append('\n');
		}
		return lines.toString();
	}

	private interface ThrowingRunnable {

		void run() throws IOException;

		default Runnable unchecked() {
			return () -> {
				try {
					run();
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			};
		}

	}

	private final class Target extends OutputStream {

		private final List<String> writes = new CopyOnWriteArrayList<>();

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private volatile @Nullable Throwable failure;

		private volatile @Nullable IOException flushFailure;

		private volatile int failures;

		private final AtomicInteger writing = new AtomicInteger();

		private volatile int overlaps;

		private volatile boolean closed;

		private volatile @Nullable String says;

		/** Who holds it keeps others from writing. */
		private final Semaphore gate = new Semaphore(1);

		@Override
		public void write(int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] source, int offset, int length) throws IOException {
			say();
			if (this.writing.incrementAndGet() > 1) {
				this.overlaps = this.overlaps + 1;
			}
			try {
				take(source, offset, length);
			}
			finally {
				this.writing.decrementAndGet();
			}
		}

		private void take(byte[] source, int offset, int length) throws IOException {
			this.gate.acquireUninterruptibly();
			this.gate.release();
			Throwable current = this.failure;
			if (current != null) {
				this.failures = this.failures + 1;
				fail(current);
			}
			this.writes.add(new String(source, offset, length, StandardCharsets.UTF_8));
			this.bytes.write(source, offset, length);
		}

		@Override
		public void flush() throws IOException {
			IOException current = this.flushFailure;
			if (current != null) {
				throw current;
			}
		}

		private void say() throws IOException {
			String line = this.says;
			this.says = null;
			if (line != null) {
				BatchedOutputTests.this.write(line);
			}
		}

		private static void fail(Throwable failure) throws IOException {
			if (failure instanceof IOException exception) {
				throw exception;
			}
			if (failure instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) failure;
		}

		@Override
		public void close() {
			this.closed = true;
		}

		String text() {
			return this.bytes.toString(StandardCharsets.UTF_8);
		}

	}

}
