// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import org.springframework.test.context.TestPropertySource;

/**
 * Management endpoints on a port of their own, where Boot observes requests too.
 */
@TestPropertySource(properties = "management.observations.enable.http.server.requests=true")
class ObservedNettyManagementPortExchangeTests extends NettyManagementPortExchangeTests {

}
