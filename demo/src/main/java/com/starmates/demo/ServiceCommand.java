// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;

/**
 * How to start services: their jars, behind {@link ChildMain}.
 *
 * @param jars the jar of each service, packaged or unpacked
 * @param ports where the services listen
 * @param environment variables of the services, beside their names
 */
record ServiceCommand(Function<Service, Path> jars, Ports ports, Map<String, String> environment) {

	static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	/**
	 * What makes a short-lived JVM start in half the time: the quick compiler, a simple
	 * collector with room, and no second look at bytecode that has just been built.
	 */
	private static final List<String> JVM_OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
			"-Xshare:auto", "-Xms192m", "-Xmn96m", "-Xmx256m", "-XX:+UnlockDiagnosticVMOptions",
			"-XX:-BytecodeVerificationRemote");

	/** What newer JVMs say of protobuf, which Micrometer's OTLP registry uses. */
	private static final String QUIET_UNSAFE = "--sun-misc-unsafe-memory-access=allow";

	private static final int UNSAFE_IS_DEPRECATED = 24;

	/** What a shell may have set for other services is not for these. */
	private static final List<String> FOREIGN = List.of("OTEL_", "OPENAI_", "SPRING_", "SERVER_", "MANAGEMENT_",
			"LOGGING_", "TELEMETRY_", "ENVIRONMENT");

	ProcessBuilder of(Service service) {
		Path jar = this.jars.apply(service);
		List<String> command = new ArrayList<>();
		command.add(JAVA);
		command.addAll(JVM_OPTIONS);
		if (Runtime.version().feature() >= UNSAFE_IS_DEPRECATED) {
			command.add(QUIET_UNSAFE);
		}
		command.addAll(List.of("-cp", demoClasses() + File.pathSeparator + jar, ChildMain.class.getName()));
		command.add(mainClass(jar));
		command.addAll(arguments(service));
		ProcessBuilder builder = new ProcessBuilder(command);
		forgetForeign(builder);
		builder.environment().put("OTEL_SERVICE_NAME", service.serviceName());
		builder.environment().putAll(this.environment);
		return builder;
	}

	static void forgetForeign(ProcessBuilder builder) {
		builder.environment().keySet().removeIf((name) -> FOREIGN.stream().anyMatch(name::startsWith));
	}

	private List<String> arguments(Service service) {
		return List.of("--server.address=127.0.0.1", "--server.port=" + this.ports.of(service),
				"--spring.http.serviceclient.agent.base-url=" + this.ports.url(Service.AGENT),
				"--spring.http.serviceclient.engine.base-url=" + this.ports.url(Service.ENGINE));
	}

	/** Boot's launcher if the jar is packaged, the application if it is unpacked. */
	static String mainClass(Path jar) {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.getManifest().getMainAttributes().getValue(Name.MAIN_CLASS);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path demoClasses() {
		try {
			return Path.of(ChildMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
