// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Short paths to the two management endpoints that everybody asks for.
 */
@Configuration(proxyBeanMethods = false)
class ManagementPaths implements WebMvcConfigurer {

	@Override
	public void addViewControllers(ViewControllerRegistry registry) {
		registry.addViewController("/health").setViewName("forward:/actuator/health");
		registry.addViewController("/metrics").setViewName("forward:/actuator/prometheus");
	}

}
