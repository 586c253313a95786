// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * What is known of Spring's HTTP clients that are beans.
 */
final class ClientFacts {

	private static final String WEB_CLIENT = "org.springframework.web.reactive.function.client.WebClient";

	private final ConfigurableListableBeanFactory beans;

	ClientFacts(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	/** Return the names of clients that were made without Boot's builders. */
	List<String> unobserved() {
		return Stream.concat(Stream.of(RestClient.class, RestTemplate.class), webClient())
			.flatMap((type) -> Arrays.stream(this.beans.getBeanNamesForType(type, false, false)))
			.filter(this.beans::containsSingleton)
			.filter((name) -> isUnobserved(this.beans.getSingleton(name)))
			.toList();
	}

	private Stream<Class<?>> webClient() {
		ClassLoader loader = this.beans.getBeanClassLoader();
		return ClassUtils.isPresent(WEB_CLIENT, loader) ? Stream.of(ClassUtils.resolveClassName(WEB_CLIENT, loader))
				: Stream.empty();
	}

	/**
	 * Most clients have no getter for it, and a test's double may be told what to answer
	 * at this moment: nothing is called. Where nothing can be found, nothing is said.
	 */
	private static boolean isUnobserved(@Nullable Object client) {
		Field field = (client != null)
				? ReflectionUtils.findField(client.getClass(), "observationRegistry", ObservationRegistry.class) : null;
		if (field == null) {
			return false;
		}
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, client) instanceof ObservationRegistry registry && registry.isNoop();
	}

}
