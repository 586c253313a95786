// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Services on free ports, and what a test needs to talk with them.
 */
final class Stage implements AutoCloseable {

	/** Send spans soon: a test waits for them. */
	private static final Map<String, String> HURRY = Map.of("OTEL_BSP_SCHEDULE_DELAY", "50");

	private final OtlpReceiver receiver;

	private final Services services;

	private final Ports ports;

	private final Http http;

	private Stage(OtlpReceiver receiver, Services services, Ports ports) {
		this.receiver = receiver;
		this.services = services;
		this.ports = ports;
		this.http = new Http(ports);
	}

	/** Start services that export to a receiver; all of them if none is named. */
	static Stage exporting(Map<String, String> environment, Service... services) throws Exception {
		return exporting((service) -> service.unpackedJar(home()), environment, services);
	}

	/** Start services of other jars that export to a receiver. */
	static Stage exporting(Function<Service, Path> jars, Map<String, String> environment, Service... services)
			throws Exception {
		OtlpReceiver receiver = OtlpReceiver.start(0);
		Map<String, String> all = new HashMap<>(HURRY);
		all.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
		all.putAll(environment);
		return start(receiver, jars, all, services);
	}

	/** Start services with nothing in their environment but what is given. */
	static Stage with(Map<String, String> environment, Service... services) throws Exception {
		return with((service) -> service.unpackedJar(home()), environment, services);
	}

	/**
	 * Start services of other jars with nothing in their environment but what is given.
	 */
	static Stage with(Function<Service, Path> jars, Map<String, String> environment, Service... services)
			throws Exception {
		return start(OtlpReceiver.start(0), jars, environment, services);
	}

	/** Start an exporting service from its packaged jar, as a container would. */
	static Stage packaged(Service service) throws Exception {
		OtlpReceiver receiver = OtlpReceiver.start(0);
		Map<String, String> environment = new HashMap<>(HURRY);
		environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint());
		return start(receiver, (each) -> each.packagedJar(home()), environment, service);
	}

	private static Stage start(OtlpReceiver receiver, Function<Service, Path> jars, Map<String, String> environment,
			Service... services) throws IOException, InterruptedException {
		Ports ports = Ports.free();
		Stage stage = new Stage(receiver, Services.start(new ServiceCommand(jars, ports, environment), services),
				ports);
		try {
			stage.services.awaitReady(stage.http);
			return stage;
		}
		catch (RuntimeException ex) {
			stage.close();
			throw ex;
		}
	}

	OtlpReceiver receiver() {
		return this.receiver;
	}

	Services services() {
		return this.services;
	}

	Ports ports() {
		return this.ports;
	}

	Http http() {
		return this.http;
	}

	@Override
	public void close() {
		this.services.close();
		this.receiver.close();
	}

	static Path home() {
		return Path.of(System.getProperty("demo.home", ".."));
	}

}
