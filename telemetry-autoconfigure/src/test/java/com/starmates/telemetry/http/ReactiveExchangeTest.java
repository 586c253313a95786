// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Sends requests to {@link ReactiveExchangeTestApplication}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ReactiveExchangeTestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.web-application-type=reactive", "server.netty.max-initial-line-length=16KB",
				"spring.application.name=exchange-test", "telemetry.http.exclude-paths=/quiet",
				"management.endpoints.web.exposure.include=*", "server.compression.enabled=true",
				"spring.webflux.static-path-pattern=/files/**",
				"management.opentelemetry.tracing.export.schedule-delay=10ms" })
@interface ReactiveExchangeTest {

}
