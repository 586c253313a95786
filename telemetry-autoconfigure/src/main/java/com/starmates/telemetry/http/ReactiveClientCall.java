// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.ClientResponse;

/** Calls by reactive clients; loaded only where there are any. */
final class ReactiveClientCall {

	private ReactiveClientCall() {
	}

	static boolean isIn(Observation.Context context) {
		return context instanceof ClientRequestObservationContext;
	}

	static @Nullable ClientCall of(Observation.Context context) {
		if (context instanceof ClientRequestObservationContext call && call.getRequest() != null) {
			ClientRequest request = call.getRequest();
			ClientResponse response = call.getResponse();
			return new ClientCall(request.method().name(), request.url(), call.getUriTemplate(),
					(response != null) ? response.statusCode().value() : 0);
		}
		return null;
	}

}
