// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.messaging;

import java.util.ArrayList;
import java.util.List;

import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.masking.Masker;
import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.Options;
import io.nats.client.api.ServerInfo;
import io.nats.client.impl.NatsMessage;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
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

	private void send(TextMapPropagator propagator) throws Exception {
		OpenTelemetrySdk openTelemetry = OpenTelemetrySdk.builder()
			.setTracerProvider(
					SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(this.spans)).build())
			.setPropagators(ContextPropagators.create(propagator))
			.build();
		NatsRecorder recorder = new NatsRecorder(connection(), new NatsSpans(openTelemetry, Masker.standard()),
				new EventBusMeters(GuardedMeters.disabled()));
		recorder.send("publish", MESSAGE, (message) -> {
			this.sent.add(message);
			return null;
		});
	}

	private static Connection connection() {
		Connection connection = mock(Connection.class);
		given(connection.getOptions()).willReturn(Options.builder().build());
		given(connection.getServerInfo()).willReturn(new ServerInfo("{\"server_id\":\"a\",\"headers\":true}"));
		return connection;
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
