// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.ai;

import java.util.List;

import com.openai.models.completions.CompletionUsage;
import com.starmates.telemetry.ai.ModelCall;
import com.starmates.telemetry.ai.ModelCalls;
import com.starmates.telemetry.ai.ModelObservations;
import com.starmates.telemetry.ai.OpenAiCost;
import com.starmates.telemetry.ai.OrphanedModelRequests;
import com.starmates.telemetry.ai.TokenUsage;
import com.starmates.telemetry.autoconfigure.masking.MaskingAutoConfiguration;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientBuilderCustomizer;
import org.springframework.ai.model.observation.ModelObservationContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AiAutoConfiguration} and {@link SpringAiAutoConfiguration}.
 */
class AiAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(AiAutoConfiguration.class, DisabledAiAutoConfiguration.class,
				SpringAiAutoConfiguration.class, MetricsAutoConfiguration.class, MaskingAutoConfiguration.class,
				ResourceAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates()).contains(
				AiAutoConfiguration.class.getName(), DisabledAiAutoConfiguration.class.getName(),
				SpringAiAutoConfiguration.class.getName());
	}

	@Test
	void makesCallsOnlyWhereTheyAreAskedFor() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(AiAutoConfiguration.class))
			.run((context) -> {
				assertThat(context.getBeanFactory().containsSingleton("telemetryModelCalls")).isFalse();
				assertThat(context.getBean(ModelCalls.class)).isNotNull();
			});
	}

	@Test
	void recordsCallsByDefault() {
		this.contextRunner.run((context) -> {
			call(context.getBean(ModelCalls.class));
			assertThat(context.getBean(MeterRegistry.class).get("ai.cost.unknown").counter().count()).isOne();
			assertThat(context).hasSingleBean(ModelObservations.class)
				.hasSingleBean(ChatClientBuilderCustomizer.class)
				.hasSingleBean(OpenAiCost.class)
				.hasSingleBean(OrphanedModelRequests.class);
		});
	}

	@Test
	void pricesAndBudgetAreThoseOfTheProperties() {
		this.contextRunner
			.withPropertyValues("telemetry.ai.monthly-budget=2", "telemetry.ai.prices[0].model=gpt",
					"telemetry.ai.prices[0].from=2020-01-01", "telemetry.ai.prices[0].input=1000000",
					"telemetry.ai.prices[0].output=0", "telemetry.ai.prices[1].model=gpt",
					"telemetry.ai.prices[1].from=9999-01-01", "telemetry.ai.prices[1].input=3")
			.run((context) -> {
				call(context.getBean(ModelCalls.class));
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("ai.cost").counter().count()).isOne();
				assertThat(registry.get("ai.budget.used.ratio").gauge().value()).isEqualTo(0.5);
			});
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null",
			value = { "monthly-budget, 0, 'Must be more than zero, in US dollars.'",
					"prices[0].input, -1, 'Must be zero or more, in US dollars for a million tokens.'",
					"prices[0].cache-read, NaN, 'Must be zero or more, in US dollars for a million tokens.'",
					"prices[1].model, GPT, Must not have two prices from the same day on.",
					"prices[0].model, ' ', Must be the beginning of a model's name." })
	void namesAPropertyThatIsWrong(String property, String value, String reason) {
		String name = "telemetry.ai." + property;
		this.contextRunner
			.withPropertyValues("telemetry.ai.prices[0].model=gpt", "telemetry.ai.prices[0].input=1",
					"telemetry.ai.prices[1].model=other", "telemetry.ai.prices[1].input=1", name + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (failure) -> {
					assertThat(failure.getName()).isEqualTo(name);
					assertThat(failure.getReason()).isEqualTo(reason);
				}));
	}

	@Test
	void namesAPriceWithoutInput() {
		this.contextRunner.withPropertyValues("telemetry.ai.prices[0].model=gpt")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(failure) -> assertThat(failure.getName()).isEqualTo("telemetry.ai.prices[0].input")));
	}

	@Test
	void applicationsFindCallsThatRecordNothingWhenDisabled() {
		for (String property : List.of("telemetry.ai.enabled=false", "telemetry.enabled=false")) {
			this.contextRunner.withPropertyValues(property).run((context) -> {
				call(context.getBean(ModelCalls.class));
				assertThat(context.getBean(MeterRegistry.class).find("ai.requests").counters()).isEmpty();
				assertThat(context).doesNotHaveBean(ModelObservations.class);
			});
		}
	}

	@Test
	void recordsSpansAloneWithoutMeters() {
		this.contextRunner.withPropertyValues("telemetry.metrics.enabled=false")
			.run((context) -> call(context.getBean(ModelCalls.class)));
	}

	@Test
	void backsOffForTheApplicationsOwn() {
		ModelCalls own = ModelCalls.disabled();
		this.contextRunner.withBean(ModelCalls.class, () -> own)
			.run((context) -> assertThat(context.getBean(ModelCalls.class)).isSameAs(own));
	}

	@Test
	void needsNothingOfSpringAi() {
		for (Class<?> missing : List.of(ModelObservationContext.class, OtelSpan.class)) {
			this.contextRunner.withClassLoader(new FilteredClassLoader(missing))
				.run((context) -> assertThat(context).hasNotFailed()
					.hasSingleBean(ModelCalls.class)
					.doesNotHaveBean(ModelObservations.class));
		}
	}

	@Test
	void needsNeitherChatClientNorOpenAi() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(ChatClient.class, CompletionUsage.class))
			.run((context) -> assertThat(context).hasSingleBean(ModelObservations.class)
				.doesNotHaveBean(ChatClientBuilderCustomizer.class)
				.doesNotHaveBean(OpenAiCost.class));
	}

	@Test
	void needsMicrometer() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ModelCalls.class));
	}

	private static void call(ModelCalls calls) {
		try (ModelCall call = calls.start("openai", "gpt")) {
			call.answered(TokenUsage.of(1, 0));
		}
	}

}
