// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.ai;

import com.openai.models.completions.CompletionUsage;
import com.starmates.telemetry.ai.ModelAnswers;
import com.starmates.telemetry.ai.ModelCalls;
import com.starmates.telemetry.ai.ModelObservations;
import com.starmates.telemetry.ai.OpenAiCost;
import com.starmates.telemetry.ai.OrphanedModelRequests;
import com.starmates.telemetry.ai.ProviderCost;
import com.starmates.telemetry.ai.StreamedAnswerAdvisor;
import com.starmates.telemetry.ai.UnseenAdvisor;
import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpContext;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import okhttp3.Request;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientBuilderCustomizer;
import org.springframework.ai.model.observation.ModelObservationContext;
import org.springframework.ai.tokenizer.JTokkitTokenCountEstimator;
import org.springframework.ai.tokenizer.TokenCountEstimator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for calls of Spring AI's models.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = { AiAutoConfiguration.class, MicrometerTracingAutoConfiguration.class })
@ConditionalOnClass({ ModelObservationContext.class, OtelSpan.class })
@ConditionalOnBean(ModelCalls.class)
@ConditionalOnTelemetry("ai")
public final class SpringAiAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ModelObservations telemetryModelObservations(ModelCalls telemetryModelCalls, ObjectProvider<ProviderCost> costs,
			ObjectProvider<TokenCountEstimator> estimator) {
		return new ModelObservations(telemetryModelCalls,
				new ModelAnswers(SingletonSupplier.of(() -> costs.orderedStream().toList()),
						SingletonSupplier.of(() -> estimator.getIfAvailable(JTokkitTokenCountEstimator::new))));
	}

	/** Streamed answers of chat clients. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ChatClient.class)
	static class WithChatClient {

		@Bean
		@ConditionalOnMissingBean(name = "telemetryStreamedAnswers")
		ChatClientBuilderCustomizer telemetryStreamedAnswers() {
			return (builder) -> builder.defaultAdvisors(new StreamedAnswerAdvisor());
		}

		/** Handlers of Boot's take every observation: this one is asked before. */
		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		@ConditionalOnBean(Tracer.class)
		@ConditionalOnMissingBean
		UnseenAdvisor telemetryUnseenAdvisor(Tracer tracer) {
			return new UnseenAdvisor(tracer);
		}

	}

	/** What is particular to OpenAI's client. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(CompletionUsage.class)
	static class WithOpenAi {

		@Bean
		@ConditionalOnMissingBean
		OpenAiCost telemetryOpenAiCost() {
			return new OpenAiCost();
		}

	}

	/**
	 * What is particular to the clients of OpenAI and Anthropic, which are made alike.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Request.class, OkHttpContext.class })
	static class WithOkHttp {

		@Bean
		@ConditionalOnMissingBean
		OrphanedModelRequests telemetryOrphanedModelRequests(ObjectProvider<ObservationRegistry> registry) {
			return new OrphanedModelRequests(registry::getObject);
		}

	}

}
