// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.starmates.telemetry.roads.FarSide.Seen;
import com.starmates.telemetry.test.Proves;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What calls by gRPC carry, with a real server and a real client.
 */
@ExtendWith(OutputCaptureExtension.class)
@Proves(roads = GrpcRoad.class, to = "the service called",
		seen = "the trace, the span of calling as parent; the id in the log line and, both ways, as `x-tracking-id`")
class GrpcRoadsTests {

	private static ConfigurableApplicationContext context;

	private static Channel channel;

	private final AnswerMetadata answer = new AnswerMetadata();

	@BeforeAll
	static void start() {
		context = RoadApplication.with(Application.class)
			.properties("spring.grpc.server.address=127.0.0.1", "spring.grpc.server.port=0",
					"telemetry.tracking.outbound.hosts=127.0.0.1")
			.run();
		channel = context.getBean(GrpcChannelFactory.class)
			.createChannel("static://127.0.0.1:" + context.getBean(GrpcServerLifecycle.class).getPort());
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@BeforeEach
	void forget() {
		context.getBean(CallMetadata.class).trackingIds.clear();
		context.getBean(CallMetadata.class).propagated.clear();
	}

	@ParameterizedTest
	@EnumSource
	void callCarriesItsTrace(GrpcRoad road, CapturedOutput output) throws Exception {
		Observed observed = new Observed(context);
		SpanContext request = observed.inRequest(() -> road.call(this.answer.of(channel)));
		Seen seen = context.getBean(Arrivals.class).of(road.name()).await();
		SpanData call = observed.assertArrival(request, seen, Observed.line(output, "Arrived: " + road.name()),
				SpanKind.SERVER, SpanKind.CLIENT);
		assertThat(call.getParentSpanId()).isEqualTo(request.getSpanId());
		assertThat(context.getBean(CallMetadata.class).trackingIds).containsExactly(request.getTraceId());
		assertThat(Stream.concat(this.answer.idsInHeaders().stream(), this.answer.idsInTrailers().stream()))
			.containsExactly(request.getTraceId());
	}

	@Test
	void foreignHostIsToldNothing() throws Exception {
		Observed observed = new Observed(context);
		observed.inRequest(() -> GrpcRoad.UNARY.call(foreign()));
		Seen seen = context.getBean(Arrivals.class).of("UNARY").await();
		assertThat(context.getBean(CallMetadata.class).propagated).isEmpty();
		assertThat(observed.span(seen.span()).getParentSpanContext().isValid()).isFalse();
	}

	/** Return a channel to a host by a name that is not among those to be told. */
	private static Channel foreign() {
		return ClientInterceptors.intercept(channel, new ClientInterceptor() {

			@Override
			public <I, O> ClientCall<I, O> interceptCall(MethodDescriptor<I, O> method, CallOptions options,
					Channel next) {
				return next.newCall(method, options.withAuthority("elsewhere.example"));
			}

		});
	}

	/**
	 * The tracking ids that callers told, and the names of all that they told of a trace.
	 */
	static final class CallMetadata implements ServerInterceptor {

		private final List<String> trackingIds = new CopyOnWriteArrayList<>();

		private final Set<String> propagated = new ConcurrentSkipListSet<>();

		@Override
		public <I, O> ServerCall.Listener<I> interceptCall(ServerCall<I, O> call, Metadata headers,
				ServerCallHandler<I, O> next) {
			this.propagated.addAll(headers.keys());
			this.propagated.retainAll(Set.of("x-tracking-id", "traceparent", "tracestate", "baggage"));
			Iterable<String> told = headers.getAll(AnswerMetadata.TRACKING_ID);
			if (told != null) {
				told.forEach(this.trackingIds::add);
			}
			return next.startCall(call, headers);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Arrivals arrivals() {
			return new Arrivals();
		}

		@Bean
		BindableService roads(Arrivals arrivals) {
			return new RoadService(arrivals);
		}

		@Bean
		@GlobalServerInterceptor
		CallMetadata metadata() {
			return new CallMetadata();
		}

	}

}
