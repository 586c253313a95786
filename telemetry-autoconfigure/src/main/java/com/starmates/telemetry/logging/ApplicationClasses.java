// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.logging;

import java.util.Set;

/**
 * Tells the application's classes from those of the platform and of frameworks.
 */
final class ApplicationClasses {

	private static final Set<String> OTHERS = Set.of("java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.",
			"org.springframework.", "org.apache.", "org.eclipse.", "org.hibernate.", "io.netty.", "reactor.",
			"tools.jackson.", "com.fasterxml.", "org.slf4j.", "ch.qos.", "io.opentelemetry.", "io.micrometer.",
			"kotlin.", "kotlinx.", "scala.", "groovy.", "com.zaxxer.", "org.postgresql.", "org.h2.", "com.mysql.",
			"com.amazonaws.", "software.amazon.", "com.google.", "okhttp3.", "io.nats.", "io.lettuce.", "io.grpc.",
			"com.nimbusds.", "com.mongodb.", "org.bson.", "com.azure.", "graphql.", "feign.", "org.redisson.",
			"org.junit.", "com.starmates.telemetry.http.", "com.starmates.telemetry.autoconfigure.");

	private ApplicationClasses() {
	}

	/** Return whether a class may be the application's, by its name. */
	static boolean contain(String className) {
		for (String prefix : OTHERS) {
			if (className.startsWith(prefix)) {
				return false;
			}
		}
		return true;
	}

}
