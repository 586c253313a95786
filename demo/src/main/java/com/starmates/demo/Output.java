// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * Everything a process writes to one of its streams, line by line.
 */
final class Output {

	private final ConcurrentLinkedQueue<LogLine> lines = new ConcurrentLinkedQueue<>();

	private final Changes changes = new Changes();

	private final Thread reader;

	Output(String name, InputStream stream) {
		this.reader = new Thread(() -> read(stream), name);
		this.reader.setDaemon(true);
		this.reader.start();
	}

	/** Return the lines so far. */
	List<LogLine> lines() {
		return List.copyOf(this.lines);
	}

	/** Wait for a line; return whether it came. */
	boolean await(Predicate<LogLine> condition, Duration limit) throws InterruptedException {
		return this.changes.await(() -> this.lines.stream().anyMatch(condition), limit);
	}

	/** Wait until the stream has ended, which is after the process has. */
	void awaitEnd(Duration limit) throws InterruptedException {
		this.reader.join(limit.toMillis());
	}

	private void read(InputStream stream) {
		try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				this.lines.add(LogLine.of(line));
				this.changes.happened();
			}
		}
		catch (IOException ex) {
			// the process was killed
		}
	}

}
