// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.List;
import java.util.Map;

import com.starmates.telemetry.roads.FarSide.Seen;
import com.starmates.telemetry.test.Proves;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What messages over Kafka carry, with a real broker.
 */
@ExtendWith(OutputCaptureExtension.class)
@Proves(roads = KafkaRoad.class, to = "whoever receives the message",
		seen = "the trace, with the span of sending as parent; the same tracking id, also in the log line")
class KafkaRoadsTests {

	private static EmbeddedKafkaBroker broker;

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		broker = new EmbeddedKafkaKraftBroker(1, 1, "record", "batch", "retried", "failing", "failing-dlt",
				"transaction");
		broker.brokerProperties(Map.of("transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr",
				"1", "offsets.topic.replication.factor", "1"));
		broker.afterPropertiesSet();
		context = RoadApplication.with(Application.class)
			.properties("spring.kafka.bootstrap-servers=" + broker.getBrokersAsString(),
					"spring.kafka.consumer.group-id=roads", "spring.kafka.consumer.auto-offset-reset=earliest",
					"spring.kafka.producer.transaction-id-prefix=roads-")
			.run();
		template().setAllowNonTransactional(true);
	}

	@AfterAll
	static void stop() {
		context.close();
		broker.destroy();
	}

	@ParameterizedTest
	@EnumSource
	void messageCarriesItsTrace(KafkaRoad road, CapturedOutput output) throws Exception {
		Observed observed = new Observed(context);
		SpanContext request = observed.inRequest(() -> road.send(template()));
		Seen seen = context.getBean(Arrivals.class).of(road.name()).await();
		SpanData send = observed.assertArrival(request, seen, Observed.line(output, "Arrived: " + road.name()),
				SpanKind.CONSUMER, SpanKind.PRODUCER);
		assertThat(send.getTraceId()).isEqualTo(request.getTraceId());
	}

	private static KafkaTemplate<Object, Object> template() {
		return context.getBeanProvider(new ParameterizedTypeReference<KafkaTemplate<Object, Object>>() {
		}).getObject();
	}

	/** Listens as applications do. */
	static class Listener extends Arrivals {

		@KafkaListener(topics = { "record", "transaction", "failing-dlt" })
		void record(String message) {
			see(message);
		}

		@KafkaListener(topics = "batch", batch = "true")
		void batch(List<String> messages) {
			messages.forEach(this::see);
		}

		@KafkaListener(topics = "failing")
		void fail(String message) {
			throw new IllegalStateException("out of order");
		}

		@RetryableTopic(attempts = "2", backOff = @BackOff(delay = 10))
		@KafkaListener(topics = "retried")
		void retry(String message,
				@org.springframework.messaging.handler.annotation.Header(name = "retry_topic-attempts",
						required = false) byte[] attempts) {
			if (attempts == null) {
				throw new IllegalStateException("try again");
			}
			see(message);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Listener listener() {
			return new Listener();
		}

		@Bean
		CommonErrorHandler errors(KafkaTemplate<Object, Object> template) {
			return new DefaultErrorHandler(new DeadLetterPublishingRecoverer(template), new FixedBackOff(0, 0));
		}

	}

}
