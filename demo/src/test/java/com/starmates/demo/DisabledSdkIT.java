// SPDX-License-Identifier: Apache-2.0

package com.starmates.demo;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services whose OpenTelemetry SDK is disabled.
 */
class DisabledSdkIT extends AbstractTrackingHeaderIT {

	@Override
	Stage startServices() throws Exception {
		return Stage.exporting(Map.of("OTEL_SDK_DISABLED", "true"), Service.GATEWAY, Service.ENGINE);
	}

	@AfterAll
	void hasSentNoSpans() {
		stage().services().close();
		assertThat(stage().receiver().spans()).isEmpty();
	}

}
