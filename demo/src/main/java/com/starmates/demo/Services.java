// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Services that run together; all start, and all end, at the same time.
 */
final class Services implements AutoCloseable {

	private static final Duration READY_LIMIT = Duration.ofSeconds(120);

	private final List<ServiceProcess> processes;

	private Services(List<ServiceProcess> processes) {
		this.processes = processes;
	}

	/** Start services, all of them if none is named. */
	static Services start(ServiceCommand command, Service... services) {
		return new Services(Stream.of((services.length > 0) ? services : Service.values())
			.parallel()
			.map((service) -> ServiceProcess.start(service, command))
			.toList());
	}

	void awaitReady(Http http) throws InterruptedException {
		for (ServiceProcess process : this.processes) {
			process.awaitReady(http, READY_LIMIT);
		}
	}

	/**
	 * Let each service answer once, by ways that the demo does not go, so that what it
	 * shows took as long as it usually does.
	 */
	void warmUp(Http http) {
		String workflow = "{\"description\":\"Warm up\",\"type\":\"simple\"}";
		http.send(Service.AGENT, Call.post("/generate-workflow", workflow));
		http.send(Service.GATEWAY, Call.get("/api/v1/workflows/none").withApiKey());
	}

	List<ServiceProcess> processes() {
		return this.processes;
	}

	ServiceProcess process(Service service) {
		return this.processes.stream().filter((process) -> process.service() == service).findFirst().orElseThrow();
	}

	/** Wait until one of them has ended. */
	void awaitAnyExit() {
		anyExit().join();
	}

	/** Wait a little, but not for services that have ended. */
	void pause(Duration duration) {
		anyExit().completeOnTimeout("", duration.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	@Override
	public void close() {
		this.processes.forEach(ServiceProcess::terminate);
		this.processes.forEach(ServiceProcess::close);
	}

	private CompletableFuture<Object> anyExit() {
		return CompletableFuture
			.anyOf(this.processes.stream().map(ServiceProcess::onExit).toArray(CompletableFuture[]::new));
	}

}
