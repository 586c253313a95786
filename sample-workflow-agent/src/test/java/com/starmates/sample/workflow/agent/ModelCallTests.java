// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.agent;

import java.util.List;

import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.model.Model;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The language model plans, the engine gets the plan.
 */
@ExtendWith(OutputCaptureExtension.class)
class ModelCallTests extends AbstractAgentTests {

	private static final List<String> STEPS = List.of("Gather the facts", "Write a draft", "Review the draft",
			"Hand it over");

	@Test
	void theEngineGetsTheStepsOfTheModel() {
		engineTakesWorkflows();
		generate(CallersTrace.begin()).expectStatus().isAccepted();
		JsonNode workflow = new JsonMapper().readTree(engine.asked("/execute").body());
		assertThat(workflow.at("/description").asString()).isEqualTo("Write a {short} report");
		assertThat(workflow.at("/type").asString()).isEqualTo("ai-assisted");
		assertThat(workflow.at("/steps").valueStream().map(JsonNode::asString)).isEqualTo(STEPS);
	}

	@Test
	void theCallerGetsTheStepsAndWhatTheEngineSays() {
		engineTakesWorkflows();
		generate(CallersTrace.begin()).expectBody()
			.jsonPath("$.id")
			.isEqualTo("w1")
			.jsonPath("$.status")
			.isEqualTo("queued")
			.jsonPath("$.steps")
			.isEqualTo(STEPS);
	}

	@Test
	void metricsTellWhatTheCallUsedAndCost() {
		engineTakesWorkflows();
		generate(CallersTrace.begin()).expectStatus().isAccepted();
		assertThat(metrics().lines())
			.anySatisfy(series("ai_requests_total{", "model=\"gpt-4o-mini\"", "provider=\"openai\""))
			.anySatisfy(series("ai_tokens_total{", "model=\"gpt-4o-mini\"", "token_type=\"input\""))
			.anySatisfy(series("ai_tokens_total{", "model=\"gpt-4o-mini\"", "token_type=\"output\""))
			.anySatisfy(series("ai_cost_total{", "model=\"gpt-4o-mini\""))
			.anySatisfy(series("ai_budget_used_ratio{"))
			.anySatisfy(series("plan_generation_success_total{"));
	}

	@Test
	void theStubIsNotAServiceOfOurs(CapturedOutput output) {
		engineTakesWorkflows();
		generate(CallersTrace.begin()).expectStatus().isAccepted();
		assertThat(output).contains("The model planned 4 steps").doesNotContain("/stub");
	}

	private static ThrowingConsumer<String> series(String... parts) {
		return (line) -> assertThat(line).contains(parts).doesNotEndWith(" 0.0");
	}

	@Test
	void onlyTheChatModelIsThere(@Autowired ListableBeanFactory beanFactory) {
		assertThat(beanFactory.getBeansOfType(Model.class).values()).singleElement()
			.isInstanceOf(OpenAiChatModel.class);
	}

}
