// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.io.IOException;
import java.net.URI;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.util.ClassUtils;

/**
 * A call of another service, as Spring's clients tell of it.
 *
 * @param method the method, as it is sent
 * @param uri where it goes
 * @param template the template of the address, {@code null} if the application has none
 * @param status the status of the answer, 0 if none has come
 */
record ClientCall(String method, URI uri, @Nullable String template, int status) {

	private static final boolean REACTIVE = ClassUtils.isPresent(
			"org.springframework.web.reactive.function.client.ClientRequestObservationContext",
			ClientCall.class.getClassLoader());

	static boolean isIn(Observation.Context context) {
		return context instanceof ClientRequestObservationContext || (REACTIVE && ReactiveClientCall.isIn(context));
	}

	/** Return the call, {@code null} if nobody knows where it goes. */
	static @Nullable ClientCall of(SenderContext<?> context) {
		if (context instanceof ClientRequestObservationContext blocking) {
			ClientHttpRequest request = blocking.getCarrier();
			return (request != null) ? new ClientCall(request.getMethod().name(), request.getURI(),
					blocking.getUriTemplate(), status(blocking.getResponse())) : null;
		}
		return REACTIVE ? ReactiveClientCall.of(context) : null;
	}

	private static int status(@Nullable ClientHttpResponse response) {
		try {
			return (response != null) ? response.getStatusCode().value() : 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
