// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import com.starmates.telemetry.test.Road;

/** Roads that a request takes through Spring WebFlux. */
enum ReactiveRoad implements Road {

	FILTER("WebFlux: a `WebFilter` of the application's"),

	FILTER_AFTERWARDS("WebFlux: a `WebFilter` of the application's, after the answer"),

	SECURITY("WebFlux: a decision of Spring Security"),

	MONO("WebFlux: a `Mono` that changes threads"),

	FLUX("WebFlux: a `Flux` that waits between its elements"),

	FUNCTION("WebFlux: a `HandlerFunction`"),

	ADVICE("WebFlux: an `@ExceptionHandler` of a `@RestControllerAdvice`");

	private final String title;

	ReactiveRoad(String title) {
		this.title = title;
	}

	@Override
	public String title() {
		return this.title;
	}

	String path() {
		return "/roads/" + name();
	}

}
