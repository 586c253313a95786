// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The first words of the demo, said before anything is built. Maven runs this file as
 * source, so it must not need any other.
 */
public final class Announcement {

	private static final String FIRST = """
			Demo: one tracking id through three services.
			The first run downloads libraries and builds everything, silently, in two to six minutes;
			later runs take less than one. Ctrl-C ends it.
			""";

	private static final String AGAIN = """
			Demo: one tracking id through three services.
			Bringing the build up to date, then starting them: less than a minute. Ctrl-C ends it.
			""";

	private Announcement() {
	}

	/**
	 * Print what is about to happen.
	 * @param args the directory of the project
	 */
	public static void main(String[] args) {
		System.out.print(isBuilt(Path.of(args[0])) ? AGAIN : FIRST);
	}

	private static boolean isBuilt(Path home) {
		return Stream.of("sample-gateway", "sample-workflow-agent", "sample-workflow-engine")
			.allMatch((module) -> Files.exists(home.resolve(module).resolve("target").resolve(module + ".jar")));
	}

}
