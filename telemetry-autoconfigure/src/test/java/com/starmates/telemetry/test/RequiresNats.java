// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that need a nats-server. They are skipped where there is none, and fail if the
 * environment variable {@code REQUIRE_NATS} is set to {@code true}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(NatsCondition.class)
public @interface RequiresNats {

}
