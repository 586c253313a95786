// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.test.context.TestPropertySource;

/**
 * Exchanges of a war whose requests are observed by Boot too. They adopt Boot's span, and
 * so end before the filter forwards to the error page.
 */
@TestPropertySource(properties = "management.observations.enable.http.server.requests=true")
class ObservedWarExchangeTests extends WarExchangeTests {

}
