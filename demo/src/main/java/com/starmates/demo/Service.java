// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The services of the demo, in the order in which a request meets them.
 */
enum Service {

	/** Where requests come in. */
	GATEWAY("api-gateway", "sample-gateway", 8080),

	/** What talks to the model. */
	AGENT("workflow-agent", "sample-workflow-agent", 8081),

	/** What does the work and keeps the rows. */
	ENGINE("workflow-engine", "sample-workflow-engine", 8082);

	private final String serviceName;

	private final String module;

	private final int defaultPort;

	Service(String serviceName, String module, int defaultPort) {
		this.serviceName = serviceName;
		this.module = module;
		this.defaultPort = defaultPort;
	}

	/** Return the name that spans, log lines and meters bear. */
	String serviceName() {
		return this.serviceName;
	}

	int defaultPort() {
		return this.defaultPort;
	}

	/** Return the packaged service. */
	Path packagedJar(Path home) {
		Path jar = home.resolve(this.module).resolve("target").resolve(this.module + ".jar");
		if (!Files.exists(jar)) {
			throw new DemoException(jar + " is missing: ./mvnw -DskipTests package makes it");
		}
		return jar;
	}

	/**
	 * Return the packaged service, unpacked; once is enough for those who ask together.
	 */
	synchronized Path unpackedJar(Path home) {
		return UnpackedJar.of(packagedJar(home), home.resolve("demo").resolve("target").resolve("services"));
	}

}
