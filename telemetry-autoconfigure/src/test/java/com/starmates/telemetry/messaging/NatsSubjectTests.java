// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NatsSubject}.
 */
class NatsSubjectTests {

	@ParameterizedTest
	@CsvSource({ "jobs.execute, jobs.execute", "jobs, jobs", "orders.4711.paid, orders.*.paid", "4711, *",
			"orders.4f6a9c00-6f5e-4c11-9d0e-0a1b2c3d4e5f, orders.*", "4bf92f3577b34da6a3ce929d0e0e4736.spans, *.spans",
			"users.OQdnkRWlKGyUZgHbXEmFja.out, users.*.out", "api.v1.eu-west-1.orders, api.v1.eu-west-1.orders",
			"orders.>, orders.>", "orders.1.2.3, orders.*.*.*", "a..b, a..b", ". , .", "'', ''",
			"_INBOX.OQdnkRWlKGyUZgHbXEmFja.1, (temporary)", "replies.x.y, (temporary)" })
	void templateHasNoIds(String subject, String template) {
		assertThat(NatsSubject.of(subject, "replies.").template()).isEqualTo(template);
	}

}
