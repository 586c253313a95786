// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Makes sure that a server has done what it was measured for: one application line, one
 * access line and, if it traces, one server span a request; what counts requests has the
 * same count. Faster by leaving something out is not faster.
 */
final class Delivery {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String APPLICATION_LINE = "Session session_67890 is read";

	private static final String ACCESS_LINE = "GET /api/v1/sessions";

	/** Routes that are too many for the label's budget are counted as _other. */
	private static final Pattern COUNT = Pattern
		.compile("(?m)^request_count_total\\{.*endpoint=\"(?:/api/v1/sessions|_other).*} ([0-9.E]+)");

	private Delivery() {
	}

	static void check(Server server, long sent, Receiver receiver) throws IOException, InterruptedException {
		String label = server.variant().label();
		if (server.variant().isTraced()) {
			// the question whether it is ready was a request as well
			await(label + "'s server spans", sent + 1, () -> receiver.serverSpans(label));
		}
		Lines lines = Lines.await(server, sent);
		expect(label + "'s application lines", sent, lines.application());
		expect(label + "'s access lines", sent, lines.access());
		if (server.variant() == Variant.OURS) {
			expect(label + "'s counted requests", sent, counted(server));
		}
	}

	private static void await(String what, long expected, LongSupplier actual) throws InterruptedException {
		long limit = System.nanoTime() + LIMIT.toNanos();
		while (actual.getAsLong() < expected && System.nanoTime() < limit) {
			Thread.sleep(100);
		}
		expect(what, expected, actual.getAsLong());
	}

	private static void expect(String what, long expected, long actual) {
		if (actual != expected) {
			throw new IllegalStateException(what + ": " + actual + ", expected " + expected);
		}
	}

	private static long counted(Server server) throws IOException, InterruptedException {
		return COUNT.matcher(server.get("/actuator/prometheus"))
			.results()
			.mapToLong((match) -> (long) Double.parseDouble(match.group(1)))
			.sum();
	}

	/** How many lines of each kind there are. */
	private record Lines(long application, long access) {

		/** The last lines may be written when their responses have long been read. */
		static Lines await(Server server, long expected) throws IOException, InterruptedException {
			long limit = System.nanoTime() + LIMIT.toNanos();
			Lines lines = of(server);
			while (Math.min(lines.application, lines.access) < expected && System.nanoTime() < limit) {
				Thread.sleep(1000);
				lines = of(server);
			}
			return lines;
		}

		static Lines of(Server server) throws IOException {
			long application = 0;
			long access = 0;
			try (BufferedReader reader = Files.newBufferedReader(server.lines(), StandardCharsets.UTF_8)) {
				for (String line = reader.readLine(); line != null; line = reader.readLine()) {
					application += line.contains(APPLICATION_LINE) ? 1 : 0;
					access += line.contains(ACCESS_LINE) ? 1 : 0;
				}
			}
			return new Lines(application, access);
		}

	}

}
