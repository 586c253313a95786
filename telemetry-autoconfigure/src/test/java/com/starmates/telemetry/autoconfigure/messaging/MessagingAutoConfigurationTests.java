// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.messaging;

import java.util.List;

import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.messaging.EventBusMeters;
import com.starmates.telemetry.messaging.MessageOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MessagingAutoConfiguration}.
 */
class MessagingAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(MessagingAutoConfiguration.class, DisabledMessagingAutoConfiguration.class,
						MetricsAutoConfiguration.class, ResourceAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(MessagingAutoConfiguration.class.getName(), DisabledMessagingAutoConfiguration.class.getName());
	}

	@Test
	void makesMetersOnlyWhereTheyAreAskedFor() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBeanFactory().containsSingleton("telemetryEventBusMeters")).isFalse();
			assertThat(context.getBean(EventBusMeters.class)).isNotNull();
		});
	}

	@Test
	void countsMessages() {
		this.contextRunner.run((context) -> {
			use(context.getBean(EventBusMeters.class));
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("event.bus.published").tags("subject", "jobs").counter().count()).isOne();
			for (String outcome : List.of("ack", "nak", "dead_letter")) {
				assertThat(registry.get("event.bus.consumed")
					.tags("subject", "jobs", "outcome", outcome)
					.counter()
					.count()).isOne();
			}
		});
	}

	@Test
	void countsNothingWhenDisabled() {
		for (String property : List.of("telemetry.messaging.enabled=false", "telemetry.enabled=false",
				"telemetry.metrics.enabled=false")) {
			this.contextRunner.withPropertyValues(property).run((context) -> {
				use(context.getBean(EventBusMeters.class));
				assertThat(context.getBean(MeterRegistry.class).find("event.bus.published").counters()).isEmpty();
			});
		}
	}

	@Test
	void backsOffForTheApplicationsOwn() {
		EventBusMeters own = new EventBusMeters(GuardedMeters.disabled());
		this.contextRunner.withBean(EventBusMeters.class, () -> own)
			.run((context) -> assertThat(context.getBean(EventBusMeters.class)).isSameAs(own));
	}

	@Test
	void needsMicrometer() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MessagingAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EventBusMeters.class));
	}

	private static void use(EventBusMeters bus) {
		bus.published("jobs");
		for (MessageOutcome outcome : MessageOutcome.values()) {
			bus.consumed("jobs", outcome);
		}
	}

}
