// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a service without them loads of the parts for brokers, databases, schedulers, gRPC
 * and Spring AI.
 */
class OptionalPartsIT {

	private static final Pattern LOADED = Pattern.compile("(com\\.starmates\\.telemetry\\.[\\w.$]+) source:");

	private static final Pattern OPTIONAL = Pattern
		.compile("com\\.starmates\\.telemetry\\.(autoconfigure\\.)?(messaging\\.(Nats|Kafka|Observed)|database|"
				+ "persistence|proxy|schedule\\.(Observed|SchedulerPost)|ai\\.SpringAi).*");

	@Test
	void nothingIsLoadedThatCannotBeUsed(@TempDir Path directory) throws Exception {
		Path log = directory.resolve("classes");
		try (Stage stage = Stage.exporting(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log),
				Service.GATEWAY)) {
			assertThat(stage.http().send(Service.GATEWAY, Call.get("/health")).status()).isEqualTo(200);
		}
		List<String> loaded = loaded(log);
		assertThat(loaded).hasSizeGreaterThan(100);
		assertThat(loaded).filteredOn((name) -> OPTIONAL.matcher(name).matches()).isEmpty();
	}

	private static List<String> loaded(Path log) throws IOException {
		return LOADED.matcher(Files.readString(log)).results().map((found) -> found.group(1)).toList();
	}

}
