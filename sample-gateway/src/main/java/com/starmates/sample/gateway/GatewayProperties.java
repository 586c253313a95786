// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for the gateway.
 *
 * @param apiKeys Names of clients by the API key they send.
 */
@ConfigurationProperties("gateway")
record GatewayProperties(Map<String, String> apiKeys) {

}
