// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Finds the paths of the management endpoints once they are asked for: the endpoints must
 * not be made before the application's beans.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(PathMappedEndpoints.class)
@ConditionalOnBean(PathMappedEndpoints.class)
class WithManagementPaths {

	@Bean
	@Lazy
	ManagementPaths telemetryManagementPaths(PathMappedEndpoints endpoints) {
		return new ManagementPaths(endpoints);
	}

}
