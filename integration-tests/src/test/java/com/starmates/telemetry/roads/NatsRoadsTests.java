// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import com.starmates.telemetry.messaging.ObservedNats;
import com.starmates.telemetry.roads.FarSide.Seen;
import com.starmates.telemetry.test.NatsProcess;
import com.starmates.telemetry.test.Proves;
import com.starmates.telemetry.test.RequiresNats;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.nats.client.Connection;
import io.nats.client.ConsumerContext;
import io.nats.client.Message;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What messages over NATS carry, with a real server.
 */
@RequiresNats
@ExtendWith(OutputCaptureExtension.class)
@Proves(roads = NatsRoad.class, to = "whoever receives the message",
		seen = "the trace, with the span of sending as parent; the same tracking id, also in the log line")
class NatsRoadsTests {

	private static NatsProcess server;

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() throws Exception {
		server = new NatsProcess();
		context = RoadApplication.with().properties("telemetry.messaging.nats.servers=" + server.url()).run();
		context.getBean(Connection.class)
			.jetStreamManagement()
			.addStream(StreamConfiguration.builder()
				.name("kept")
				.subjects("kept.>")
				.storageType(StorageType.Memory)
				.build());
	}

	@AfterAll
	static void stop() {
		context.close();
		server.close();
	}

	@ParameterizedTest
	@EnumSource
	void messageCarriesItsTrace(NatsRoad road, CapturedOutput output) throws Exception {
		FarSide far = new FarSide();
		NatsRoad.Sending sending = road.prepare(nats(), (message) -> far.see(road.name()));
		SpanContext request = observed().inRequest(sending);
		Seen seen = far.await();
		assertThat(seen.trackingId()).isEqualTo(request.getTraceId());
		SpanData process = observed().span(seen.span());
		assertThat(process.getKind()).isEqualTo(SpanKind.CONSUMER);
		SpanData send = observed().parent(process);
		assertThat(send.getKind()).isEqualTo(SpanKind.PRODUCER);
		assertThat(send.getParentSpanId()).isEqualTo(request.getSpanId());
		assertThat(Observed.line(output, "Arrived: " + road.name()).get("tracking_id").asString())
			.isEqualTo(request.getTraceId());
	}

	@Test
	void spansTellOfMessages() throws Exception {
		FarSide far = new FarSide();
		nats().connection().createDispatcher((message) -> far.see("told")).subscribe("orders.*.paid", "billing");
		observed().inRequest(() -> nats().connection().publish("orders.4711.paid", new byte[3]));
		SpanData process = observed().span(far.await().span());
		SpanData send = observed().parent(process);
		assertThat(send.getName()).isEqualTo("publish orders.*.paid");
		assertThat(process.getName()).isEqualTo("process orders.*.paid");
		int port = Integer.parseInt(server.url().substring(server.url().lastIndexOf(':') + 1));
		Attributes common = Attributes.builder()
			.put("messaging.system", "nats")
			.put("messaging.destination.name", "orders.4711.paid")
			.put("messaging.destination.template", "orders.*.paid")
			.put("messaging.message.body.size", 3)
			.put("server.address", "127.0.0.1")
			.put("server.port", port)
			.build();
		assertThat(send.getAttributes().asMap()).isEqualTo(common.toBuilder()
			.put("messaging.operation.name", "publish")
			.put("messaging.operation.type", "send")
			.build()
			.asMap());
		assertThat(process.getAttributes().asMap()).isEqualTo(common.toBuilder()
			.put("messaging.operation.name", "process")
			.put("messaging.operation.type", "process")
			.put("messaging.consumer.group.name", "billing")
			.put("messaging.nats.message.outcome", "ack")
			.build()
			.asMap());
	}

	@Test
	void whatIsSentIsNotChanged() throws Exception {
		FarSide far = new FarSide();
		nats().connection().createDispatcher((message) -> {
			assertThat(message.getHeaders().getFirst("mine")).isEqualTo("kept");
			assertThat(message.getReplyTo()).isEqualTo("answers");
			far.see("unchanged");
		}).subscribe("unchanged");
		nats().connection().flush(Duration.ofSeconds(10));
		Message message = NatsMessage.builder()
			.subject("unchanged")
			.replyTo("answers")
			.headers(new Headers().put("mine", "kept"))
			.build();
		observed().inRequest(() -> nats().connection().publish(message));
		far.await();
		assertThat(message.getHeaders().keySet()).containsExactly("mine");
	}

	@Test
	void handlerThatFailsIsTheSpansError() throws Exception {
		FarSide far = new FarSide();
		nats().connection().createDispatcher((message) -> {
			far.see("failing");
			throw new IllegalStateException("out of order");
		}).subscribe("failing");
		nats().connection().flush(Duration.ofSeconds(10));
		nats().connection().publish("failing", new byte[0]);
		SpanData process = observed().span(far.await().span());
		assertThat(process.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(process.getAttributes().get(AttributeKey.stringKey("error.type")))
			.isEqualTo(IllegalStateException.class.getName());
		assertThat(process.getAttributes().get(AttributeKey.stringKey("messaging.nats.message.outcome")))
			.isEqualTo("dead_letter");
	}

	/** Go's client writes the names of headers like those of HTTP. */
	@Test
	void traceOfAnotherLanguageIsContinued() throws Exception {
		FarSide far = new FarSide();
		listen("foreign", far);
		String trace = "0af7651916cd43dd8448eb211c80319c";
		unobserved((foreign) -> foreign.publish("foreign",
				new Headers().put("Traceparent", "00-" + trace + "-b7ad6b7169203331-01"), new byte[0]));
		Seen seen = far.await();
		assertThat(seen.trackingId()).isEqualTo(trace);
		assertThat(observed().span(seen.span()).getParentSpanId()).isEqualTo("b7ad6b7169203331");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "00", "00-00000000000000000000000000000000-0000000000000000-01",
			"ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "\t\t", "00-\u00e4-\u00e4-\u00e4" })
	void whatIsNoTraceBeginsOne(String traceparent) throws Exception {
		FarSide far = new FarSide();
		listen("hostile", far);
		unobserved((foreign) -> foreign.publish("hostile", hostile(traceparent), new byte[0]));
		Seen seen = far.await();
		assertThat(observed().span(seen.span()).getParentSpanContext().isValid()).isFalse();
		assertThat(seen.trackingId()).isNotNull();
	}

	private static Headers hostile(String traceparent) {
		Headers headers = new Headers().put("tracestate", "=,=,;").put("baggage", "a=b;".repeat(10_000));
		try {
			return headers.put("traceparent", traceparent);
		}
		catch (IllegalArgumentException ex) {
			return headers;
		}
	}

	@Test
	void messageWithoutHeadersBeginsATrace() throws Exception {
		FarSide far = new FarSide();
		listen("bare", far);
		unobserved((foreign) -> foreign.publish("bare", new byte[0]));
		assertThat(far.await().trackingId()).isNotNull();
	}

	@Test
	void requestThatNobodyAnswersIsAnError() throws Exception {
		SpanContext request = observed().inRequest(
				() -> assertThat(nats().connection().request("nobody", new byte[0], Duration.ofMillis(100))).isNull());
		SpanData span = observed().childOf(request);
		assertThat(span.getName()).isEqualTo("request nobody");
		assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
		assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type"))).isEqualTo("timeout");
	}

	@Test
	void whatBecomesOfMessagesIsCountedOnce() throws Exception {
		String subject = "kept.settled";
		ConsumerContext consumer = NatsRoad.consumer(nats(), subject, 3);
		nats().connection().jetStream().publish(subject, new byte[0]);
		nats().connection().jetStream().publish(subject, new byte[0]);
		Message first = consumer.next();
		first.nak();
		first.nak();
		Message second = consumer.next();
		second.ackSync(Duration.ofSeconds(10));
		second.ack();
		consumer.next().term();
		assertThat(count("event.bus.published", Tags.of("subject", subject))).isEqualTo(2);
		for (String outcome : List.of("nak", "ack", "dead_letter")) {
			assertThat(count("event.bus.consumed", Tags.of("subject", subject, "outcome", outcome))).as(outcome)
				.isOne();
		}
	}

	private static double count(String meter, Tags tags) {
		return context.getBean(MeterRegistry.class).get(meter).tags(tags).counter().count();
	}

	private static void listen(String subject, FarSide far) throws Exception {
		nats().connection().createDispatcher((message) -> far.see(subject)).subscribe(subject);
		nats().connection().flush(Duration.ofSeconds(10));
	}

	private static void unobserved(Consumer<Connection> work) throws Exception {
		try (Connection foreign = io.nats.client.Nats.connect(server.url())) {
			work.accept(foreign);
			foreign.flush(Duration.ofSeconds(10));
		}
	}

	private static Observed observed() {
		return new Observed(context);
	}

	static Nats nats() {
		return new Nats(context.getBean(Connection.class), context.getBean(ObservedNats.class));
	}

	/**
	 * What the tests send and receive with.
	 *
	 * @param connection the connection
	 * @param observed what observes it
	 */
	record Nats(Connection connection, ObservedNats observed) {

	}

}
