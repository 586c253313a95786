// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

/**
 * One tracking id through three services that were processed ahead of time, and then
 * heard of an endpoint.
 */
class AheadOfTimeIT extends TrackingIT {

	@TempDir
	private static Path directory;

	@Override
	Stage startServices() throws Exception {
		return Stage.exporting((service) -> ProcessedJar.of(service, directory), ProcessedJar.RUN);
	}

}
