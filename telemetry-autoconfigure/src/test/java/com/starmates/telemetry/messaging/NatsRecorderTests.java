// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Options;
import io.nats.client.api.ServerInfo;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link NatsRecorder}, beside those with a server.
 */
class NatsRecorderTests {

	private static final Message MESSAGE = NatsMessage.builder().subject("jobs.execute").data("a job").build();

	private static final SpanContext AGENT = SpanContext.create("0af7651916cd43dd8448eb211c80319c", "00f067aa0ba902b7",
			TraceFlags.getSampled(), TraceState.getDefault());

	private final InMemorySpanExporter spans = InMemorySpanExporter.create();

	private final List<Message> sent = new ArrayList<>();

	@Test
	void messageCarriesItsSpan() throws Exception {
		send(W3CTraceContextPropagator.getInstance());
		assertThat(this.spans.getFinishedSpanItems()).singleElement()
			.satisfies((span) -> assertThat(this.sent).singleElement()
				.extracting((message) -> message.getHeaders().getFirst("traceparent"))
				.isEqualTo("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
						+ span.getSpanContext().getTraceFlags().asHex()));
	}

	@Test
	void messageGoesAsItIsWhereAPropagatorFails() throws Exception {
		send(new FailingPropagator());
		assertThat(this.sent).singleElement().isSameAs(MESSAGE);
		assertThat(this.spans.getFinishedSpanItems()).singleElement()
			.satisfies((span) -> assertThat(span.getName()).isEqualTo("publish jobs.execute"));
	}

	@Test
	void coreMessagesHaveNoSpanBesideTheAgents() throws Exception {
		inTraceOfAgent(
				() -> recorder(W3CTraceContextPropagator.getInstance(), true).send("publish", MESSAGE, this::sent));
		assertThat(this.spans.getFinishedSpanItems()).isEmpty();
		assertThat(this.sent).singleElement()
			.extracting((message) -> message.getHeaders().getFirst("traceparent"))
			.isEqualTo("00-" + AGENT.getTraceId() + "-" + AGENT.getSpanId() + "-01");
	}

	@Test
	void messagesToStreamsHaveASpanBesideTheAgents() throws Exception {
		inTraceOfAgent(() -> recorder(W3CTraceContextPropagator.getInstance(), true).sendToStream(MESSAGE, this::sent));
		assertThat(this.spans.getFinishedSpanItems()).singleElement()
			.satisfies((span) -> assertThat(span.getParentSpanContext()).isEqualTo(AGENT));
	}

	@Test
	void workHasNoSpanBesideTheAgents() throws Exception {
		Message message = received("00-" + AGENT.getTraceId() + "-b7ad6b7169203331-01");
		inTraceOfAgent(() -> assertThat(worked(message, true)).isEqualTo(AGENT));
		inTraceOfAgent(() -> assertThat(worked(received(null), true)).isEqualTo(AGENT));
		assertThat(this.spans.getFinishedSpanItems()).isEmpty();
	}

	@Test
	void workOfAnotherTraceHasASpanBesideTheAgents() throws Exception {
		Message message = received("00-4bf92f3577b34da6a3ce929d0e0e4736-b7ad6b7169203331-01");
		inTraceOfAgent(
				() -> assertThat(worked(message, true).getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736"));
		assertThat(this.spans.getFinishedSpanItems()).extracting(SpanData::getName)
			.containsExactly("process jobs.execute");
	}

	@Test
	void workOfAnotherTraceKeepsWhatTheAgentHasInTheContext() throws Exception {
		ContextKey<String> key = ContextKey.named("agent");
		Message message = received("00-4bf92f3577b34da6a3ce929d0e0e4736-b7ad6b7169203331-01");
		AtomicReference<String> kept = new AtomicReference<>();
		NatsRecorder recorder = recorder(W3CTraceContextPropagator.getInstance(), true);
		try (Scope scope = Context.root().with(Span.wrap(AGENT)).with(key, "its own").makeCurrent()) {
			recorder.process(ObservedMessage.of(message, recorder), (each) -> kept.set(Context.current().get(key)),
					false);
		}
		assertThat(kept).hasValue("its own");
	}

	@Test
	void workOnWhatWasAskedForIsInTheSendersTraceAndLeavesTheSpanToTheAgent() throws Exception {
		SpanContext[] worked = new SpanContext[2];
		NatsRecorder recorder = recorder(W3CTraceContextPropagator.getInstance(), true);
		inTraceOfAgent(() -> {
			recorder.processAskedFor(
					ObservedMessage.of(received("00-" + AGENT.getTraceId() + "-b7ad6b7169203331-01"), recorder),
					(each) -> worked[0] = Span.current().getSpanContext());
			recorder.processAskedFor(ObservedMessage.of(received(null), recorder),
					(each) -> worked[1] = Span.current().getSpanContext());
		});
		assertThat(worked[0].getTraceId()).isEqualTo(AGENT.getTraceId());
		assertThat(worked[0].getSpanId()).isEqualTo("b7ad6b7169203331");
		assertThat(worked[1].isValid()).isFalse();
		assertThat(this.spans.getFinishedSpanItems()).isEmpty();
	}

	@Test
	void workStaysInTheAgentsSpanWhereAPropagatorFails() throws Exception {
		AtomicReference<SpanContext> current = new AtomicReference<>();
		NatsRecorder recorder = recorder(new FailingPropagator(), true);
		inTraceOfAgent(() -> recorder.process(ObservedMessage.of(received(null), recorder),
				(each) -> current.set(Span.current().getSpanContext()), false));
		assertThat(current).hasValue(AGENT);
	}

	@Test
	void workHasASpanWithoutTheAgent() throws Exception {
		Message message = received("00-" + AGENT.getTraceId() + "-b7ad6b7169203331-01");
		inTraceOfAgent(() -> assertThat(worked(message, false)).isNotEqualTo(AGENT));
		assertThat(this.spans.getFinishedSpanItems()).extracting(SpanData::getName)
			.containsExactly("process jobs.execute");
	}

	private SpanContext worked(Message message, boolean agent) throws Exception {
		AtomicReference<SpanContext> current = new AtomicReference<>();
		NatsRecorder recorder = recorder(W3CTraceContextPropagator.getInstance(), agent);
		recorder.process(ObservedMessage.of(message, recorder), (each) -> current.set(Span.current().getSpanContext()),
				false);
		return current.get();
	}

	private static Message received(@Nullable String traceParent) {
		Headers headers = new Headers();
		if (traceParent != null) {
			headers.put("traceparent", traceParent);
		}
		return NatsMessage.builder().subject("jobs.execute").headers(headers).data("a job").build();
	}

	private static void inTraceOfAgent(Work work) throws Exception {
		try (Scope scope = Span.wrap(AGENT).makeCurrent()) {
			work.run();
		}
	}

	private @Nullable Object sent(Message message) {
		this.sent.add(message);
		return null;
	}

	private void send(TextMapPropagator propagator) throws Exception {
		recorder(propagator, false).send("publish", MESSAGE, this::sent);
	}

	private NatsRecorder recorder(TextMapPropagator propagator, boolean agent) {
		OpenTelemetrySdk openTelemetry = OpenTelemetrySdk.builder()
			.setTracerProvider(
					SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(this.spans)).build())
			.setPropagators(ContextPropagators.create(propagator))
			.build();
		return new NatsRecorder(connection(), new NatsSpans(openTelemetry, Masker.standard(), agent),
				new EventBusMeters(GuardedMeters.disabled()));
	}

	private static Connection connection() {
		Connection connection = mock(Connection.class);
		given(connection.getOptions()).willReturn(Options.builder().build());
		given(connection.getServerInfo()).willReturn(new ServerInfo("{\"server_id\":\"a\",\"headers\":true}"));
		return connection;
	}

	/** What an application does. */
	private interface Work {

		void run() throws Exception;

	}

	/** A propagator of the application's own, with an error in it. */
	private static final class FailingPropagator implements TextMapPropagator {

		@Override
		public List<String> fields() {
			return List.of();
		}

		@Override
		public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
			throw new IllegalStateException("Not today");
		}

		@Override
		public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
			throw new IllegalStateException("Not today");
		}

	}

}
