// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.service;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Adds as many routes of the same handler as {@code benchmark.routes} says, to show that
 * their number does not matter.
 */
@Component
class ManyRoutes implements InitializingBean {

	private final RequestMappingHandlerMapping mapping;

	private final SessionController controller;

	private final int routes;

	ManyRoutes(RequestMappingHandlerMapping requestMappingHandlerMapping, SessionController controller,
			Environment environment) {
		this.mapping = requestMappingHandlerMapping;
		this.controller = controller;
		this.routes = environment.getProperty("benchmark.routes", Integer.class, 0);
	}

	@Override
	public void afterPropertiesSet() throws NoSuchMethodException {
		for (int route = 0; route < this.routes; route++) {
			this.mapping.registerMapping(RequestMappingInfo.paths("/api/v1/sessions-" + route + "/{id}")
				.options(this.mapping.getBuilderConfiguration())
				.build(), this.controller, SessionController.class.getDeclaredMethod("session", String.class));
		}
	}

}
