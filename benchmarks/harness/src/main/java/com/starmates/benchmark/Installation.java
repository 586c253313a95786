// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Unpacks the variants the way that Boot recommends for containers: the application and
 * its libraries side by side. From one jar of jars everything takes longer to load, the
 * more the more jars there are.
 */
final class Installation {

	private static final long LIMIT_SECONDS = 60;

	private Installation() {
	}

	static void of(Variant variant, Path home) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", variant.jar(home).toString(), "extract",
				"--force", "--destination", directory(variant, home).toString())
			.redirectErrorStream(true)
			.redirectOutput(Redirect.DISCARD)
			.start();
		if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IOException(variant.jar(home) + " cannot be unpacked");
		}
	}

	/** Return the unpacked application. */
	static Path jar(Variant variant, Path home) {
		return directory(variant, home).resolve(variant.jar(home).getFileName());
	}

	/** Return the command that runs Java. */
	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static Path directory(Variant variant, Path home) {
		return home.resolve("harness/target/installed").resolve(variant.label());
	}

}
