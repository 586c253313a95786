// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Below an excluded path, whatever makes spans elsewhere.
 */
@RestController
class QuietEndpoints {

	private final RestClient restClient;

	private final ObservationRegistry observations;

	private final OpenTelemetry openTelemetry;

	QuietEndpoints(RestClient.Builder restClient, ObservationRegistry observations, OpenTelemetry openTelemetry) {
		this.restClient = restClient.build();
		this.observations = observations;
		this.openTelemetry = openTelemetry;
	}

	@GetMapping("/quiet/busy")
	Mono<String> busy(@RequestParam int port) {
		observe();
		return Mono.fromCallable(() -> call(port)).subscribeOn(Schedulers.boundedElastic());
	}

	@GetMapping("/busy")
	Mono<String> loud(@RequestParam int port) {
		return busy(port);
	}

	private String call(int port) {
		observe();
		return this.restClient.get().uri("http://localhost:{port}/quiet/path", port).retrieve().body(String.class);
	}

	private void observe() {
		Observation.createNotStarted("test.observed", this.observations)
			.observe(() -> this.openTelemetry.getTracer("test").spanBuilder("raw").startSpan().end());
	}

}
