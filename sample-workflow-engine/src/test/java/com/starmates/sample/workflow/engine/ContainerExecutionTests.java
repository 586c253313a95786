// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import org.testcontainers.junit.jupiter.Testcontainers;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The same in containers, where Docker is.
 */
@Testcontainers(disabledWithoutDocker = true)
@Import(Containers.class)
@ActiveProfiles({ "nats", "postgres" })
class ContainerExecutionTests extends ExecutionTests {

}
