// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.export;

import io.opentelemetry.exporter.internal.FailedExportException.GrpcExportException;
import io.opentelemetry.exporter.internal.FailedExportException.HttpExportException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answers of receivers in the failures of the SDK's exporters, which have no
 * message.
 */
final class SdkFailure {

	private static final String EXPORTERS = "io.opentelemetry.exporter.internal.";

	private SdkFailure() {
	}

	/** Return what a receiver has answered, {@code null} if it is not known. */
	static @Nullable String answer(Throwable failure) {
		try {
			return failure.getClass().getName().startsWith(EXPORTERS) ? read(failure) : null;
		}
		catch (LinkageError ex) {
			return null;
		}
	}

	private static @Nullable String read(Throwable failure) {
		if (failure instanceof HttpExportException http && http.getResponse() != null) {
			return "the receiver answers " + http.getResponse().getStatusCode();
		}
		if (failure instanceof GrpcExportException grpc && grpc.getResponse() != null) {
			return "the receiver answers " + grpc.getResponse().getStatusCode();
		}
		return null;
	}

}
