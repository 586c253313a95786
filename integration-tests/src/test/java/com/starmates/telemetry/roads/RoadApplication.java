// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application with everything of the class path but databases. */
@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
		R2dbcAutoConfiguration.class })
@Configuration(proxyBeanMethods = false)
class RoadApplication {

	@Bean
	InMemorySpanExporter spans() {
		return InMemorySpanExporter.create();
	}

	/** Return an application with parts of its own, to be run. */
	static SpringApplicationBuilder with(Class<?>... parts) {
		return new SpringApplicationBuilder(RoadApplication.class).sources(parts)
			.web(WebApplicationType.NONE)
			.properties("spring.application.name=roads", "spring.main.banner-mode=off");
	}

}
