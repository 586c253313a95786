// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.List;

import com.starmates.telemetry.autoconfigure.tracking.TrackingProperties;
import com.starmates.telemetry.http.ExcludedPaths;
import com.starmates.telemetry.http.ServerExchanges;
import com.starmates.telemetry.masking.Masker;
import io.opentelemetry.api.OpenTelemetry;

/**
 * Exchanges of a server whose paths are all excluded: each has an id, and nothing is
 * recorded, neither of the exchange nor of what it calls.
 */
final class QuietExchanges {

	private QuietExchanges() {
	}

	static ServerExchanges of(OpenTelemetry openTelemetry, TrackingProperties tracking) {
		return new ServerExchanges(openTelemetry, tracking.policy(), Masker.standard(),
				new ExcludedPaths(() -> List.of("/")), List.of());
	}

}
