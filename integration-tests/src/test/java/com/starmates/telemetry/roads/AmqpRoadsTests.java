// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

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

import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What messages over AMQP 0-9-1, the protocol of RabbitMQ, carry, with a real broker.
 */
@ExtendWith(OutputCaptureExtension.class)
@Proves(roads = AmqpRoad.class, to = "whoever receives the message",
		seen = "the trace, with the span of sending as parent; the same tracking id, also in the log line")
class AmqpRoadsTests {

	private static AmqpBroker broker;

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() throws Exception {
		broker = new AmqpBroker();
		context = RoadApplication.with(Application.class)
			.properties("spring.rabbitmq.host=127.0.0.1", "spring.rabbitmq.port=" + broker.port(),
					"spring.rabbitmq.virtual-host=default",
					"spring.rabbitmq.listener.simple.default-requeue-rejected=false")
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
		broker.close();
	}

	@ParameterizedTest
	@EnumSource
	void messageCarriesItsTrace(AmqpRoad road, CapturedOutput output) throws Exception {
		Observed observed = new Observed(context);
		SpanContext request = observed.inRequest(() -> road.send(context.getBean(RabbitTemplate.class)));
		Seen seen = context.getBean(Arrivals.class).of(road.name()).await();
		SpanData send = observed.assertArrival(request, seen, Observed.line(output, "Arrived: " + road.name()),
				SpanKind.CONSUMER, SpanKind.PRODUCER);
		assertThat(send.getParentSpanId()).isEqualTo(request.getSpanId());
	}

	/** Listens as applications do. */
	static class Listener extends Arrivals {

		@RabbitListener(queues = { "listener", "dead" })
		void receive(String message) {
			see(message);
		}

		@RabbitListener(queues = "reply")
		String answer(String message) {
			see(message);
			return "thanks";
		}

		@RabbitListener(queues = "failing")
		void fail(String message) {
			throw new IllegalStateException("out of order");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Listener listener() {
			return new Listener();
		}

	}

}
