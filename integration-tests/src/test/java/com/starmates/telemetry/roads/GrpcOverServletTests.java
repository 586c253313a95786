// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import com.starmates.telemetry.roads.FarSide.Seen;
import io.grpc.Channel;
import io.opentelemetry.api.trace.SpanContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.client.GrpcChannelFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What calls by gRPC carry that a servlet of a web server answers: an exchange of HTTP as
 * well, whose header is metadata to the caller.
 */
@ExtendWith(OutputCaptureExtension.class)
class GrpcOverServletTests {

	private static ConfigurableApplicationContext context;

	private static Channel channel;

	private final AnswerMetadata answer = new AnswerMetadata();

	@BeforeAll
	static void start() {
		context = RoadApplication.with(GrpcRoadsTests.Application.class)
			.web(WebApplicationType.SERVLET)
			.properties("server.address=127.0.0.1", "server.port=0", "server.http2.enabled=true")
			.run();
		channel = context.getBean(GrpcChannelFactory.class)
			.createChannel("static://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "UNARY", "STREAM" })
	void answerTellsTheTrackingIdOnce(GrpcRoad road, CapturedOutput output) throws Exception {
		SpanContext request = new Observed(context).inRequest(() -> road.call(this.answer.of(channel)));
		Seen seen = context.getBean(Arrivals.class).of(road.name()).await();
		assertThat(seen.span().getTraceId()).isEqualTo(request.getTraceId());
		assertThat(Observed.line(output, "Arrived: " + road.name()).path("tracking_id").asString())
			.isEqualTo(request.getTraceId());
		assertThat(this.answer.idsInHeaders()).containsExactly(request.getTraceId());
		assertThat(this.answer.idsInTrailers()).isEmpty();
	}

}
