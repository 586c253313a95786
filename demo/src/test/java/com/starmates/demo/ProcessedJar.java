// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * A service that was processed ahead of time, as Boot's plugins for Maven and Gradle do
 * it when they build one.
 */
final class ProcessedJar {

	/** What makes a service use what was generated. */
	static final Map<String, String> RUN = Map.of("JAVA_TOOL_OPTIONS", "-Dspring.aot.enabled=true");

	private static final String PROCESSOR = "org.springframework.boot.SpringApplicationAotProcessor";

	private final Path jar;

	private final Path sources;

	private final Path resources;

	private final Path classes;

	private ProcessedJar(Path jar) {
		this.jar = jar;
		this.sources = jar.resolveSibling("sources");
		this.resources = jar.resolveSibling("resources");
		this.classes = jar.resolveSibling("classes");
	}

	/** Process a service below a directory, where nothing of the kind is yet. */
	static Path of(Service service, Path directory) {
		ProcessedJar processed = new ProcessedJar(UnpackedJar.of(service.packagedJar(Stage.home()), directory));
		try {
			processed.generate(service);
			processed.compile();
			processed.add();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return processed.jar;
	}

	private void generate(Service service) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(ServiceCommand.JAVA, "-XX:TieredStopAtLevel=1", "-cp",
				this.jar.toString(), PROCESSOR, ServiceCommand.mainClass(this.jar), this.sources.toString(),
				this.resources.toString(), this.classes.toString(), "com.starmates", service.serviceName());
		ServiceCommand.forgetForeign(builder);
		Process process = builder.redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.onExit().join().exitValue() != 0) {
			throw new DemoException("Cannot process " + this.jar + ": " + output.strip());
		}
	}

	private void compile() throws IOException {
		List<String> arguments = new ArrayList<>(List.of("-nowarn", "-parameters", "-proc:none", "-cp",
				this.jar.toString(), "-d", this.classes.toString()));
		try (Stream<Path> files = Files.walk(this.sources)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		run("javac", arguments);
	}

	private void add() {
		run("jar", List.of("--update", "--file", this.jar.toString(), "-C", this.classes.toString(), ".", "-C",
				this.resources.toString(), "."));
	}

	private static void run(String tool, List<String> arguments) {
		StringWriter output = new StringWriter();
		PrintWriter writer = new PrintWriter(output);
		int status = ToolProvider.findFirst(tool)
			.orElseThrow(() -> new DemoException("This is no JDK: there is no " + tool))
			.run(writer, writer, arguments.toArray(String[]::new));
		if (status != 0) {
			throw new DemoException(tool + " fails: " + output);
		}
	}

}
