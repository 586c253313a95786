// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * The gateway. Nobody logs in with a password here, so Boot need not make one up.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(GatewayProperties.class)
@ImportHttpServices(group = "agent", types = AgentClient.class)
@ImportHttpServices(group = "engine", types = EngineClient.class)
public class GatewayApplication {

	public static void main(String[] args) {
		SpringApplication.run(GatewayApplication.class, args);
	}

}
