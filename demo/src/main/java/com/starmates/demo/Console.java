// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.PrintStream;
import java.util.List;

/**
 * Where the demo tells its story; headings and the tracking id stand out if a person is
 * looking.
 */
final class Console {

	private static final String BOLD = "\033[1m";

	private static final String GREEN = "\033[1;32m";

	private static final String RESET = "\033[0m";

	private final PrintStream out;

	private final PrintStream err;

	private final boolean colour;

	Console(PrintStream out, PrintStream err, boolean colour) {
		this.out = out;
		this.err = err;
		this.colour = colour;
	}

	/** Return a console on standard output, in colour on a terminal unless refused. */
	static Console ofProcess() {
		return new Console(System.out, System.err, System.console() != null && System.getenv("NO_COLOR") == null);
	}

	void say(String line) {
		this.out.println(line);
		this.out.flush();
	}

	/** Say what went wrong, where it is seen even if the output goes to a file. */
	void complain(String line) {
		this.err.println(line);
		this.err.flush();
	}

	void heading(String text, String id) {
		say("");
		say(this.colour ? BOLD + highlight(text, id) + RESET : text);
	}

	/** Print lines in which an id stands out. */
	void show(List<String> lines, String id) {
		lines.forEach((line) -> say("  " + highlight(line, id)));
	}

	private String highlight(String line, String id) {
		return (this.colour && !id.isEmpty()) ? line.replace(id, GREEN + id + RESET) : line;
	}

}
