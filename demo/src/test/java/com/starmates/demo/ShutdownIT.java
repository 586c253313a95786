// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The end of a packaged service in the middle of its work.
 */
class ShutdownIT {

	private static final int CALLERS = 4;

	private static final Call EXECUTE = Call.post("/execute",
			"{\"description\":\"Work until the end\",\"type\":\"simple\",\"steps\":[\"one\"]}");

	private final Queue<String> answered = new ConcurrentLinkedQueue<>();

	private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

	@Test
	void sendsTheSpansOfAllAnsweredRequestsAndEndsInTime() throws Exception {
		try (Stage stage = Stage.packaged(Service.ENGINE)) {
			IntStream.range(0, CALLERS).forEach((n) -> this.callers.submit(() -> callUntilTheEnd(stage.http())));
			Awaitility.await().until(() -> this.answered.size() > 100);
			ServiceProcess engine = stage.services().process(Service.ENGINE);
			engine.terminate();
			assertThat(engine.awaitExit(Duration.ofSeconds(10))).as("ended in time").isTrue();
			this.callers.shutdown();
			Awaitility.await().until(this.callers::isTerminated);
			assertThat(idsOf(stage.receiver().spans())).containsAll(this.answered);
		}
	}

	private void callUntilTheEnd(Http http) {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				Reply reply = http.send(Service.ENGINE, EXECUTE);
				// Tomcat answers, too, when the service is gone
				if (reply.status() == 202) {
					this.answered.add(reply.trackingId());
				}
			}
		}
		catch (UncheckedIOException ex) {
			// the service is gone
		}
	}

	private static Set<String> idsOf(List<Span> spans) {
		return spans.stream()
			.filter((span) -> span.kind().equals("SERVER"))
			.map(Span::traceId)
			.collect(Collectors.toSet());
	}

}
