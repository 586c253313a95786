// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.grpc;

import com.starmates.telemetry.grpc.TrackingIdClientInterceptor;
import com.starmates.telemetry.grpc.TrackingIdServerInterceptor;
import com.starmates.telemetry.tracking.OutboundHosts;
import io.grpc.ServerInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.grpc.server.GlobalServerInterceptor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GrpcAutoConfiguration}.
 */
class GrpcAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(GrpcAutoConfiguration.class));

	@Test
	void serversAndClientsTellTheTrackingId() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(TrackingIdClientInterceptor.class)
			.hasSingleBean(TrackingIdServerInterceptor.class)
			.hasBean("telemetryTrackingIdNotingInterceptor"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "telemetry.enabled=false", "telemetry.tracking.enabled=false" })
	void toldNothingWhereTrackingIsOff(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(TrackingIdClientInterceptor.class)
				.doesNotHaveBean(ServerInterceptor.class));
	}

	@Test
	void backsOffWithoutSpringGrpc() {
		this.runner.withClassLoader(new FilteredClassLoader(GlobalServerInterceptor.class))
			.run((context) -> assertThat(context).doesNotHaveBean(GrpcAutoConfiguration.class));
	}

	@Test
	void interceptorsOfTheApplicationWin() {
		TrackingIdServerInterceptor server = new TrackingIdServerInterceptor("x-id");
		TrackingIdClientInterceptor client = new TrackingIdClientInterceptor("x-id", OutboundHosts.EVERYBODY);
		this.runner.withBean(TrackingIdServerInterceptor.class, () -> server)
			.withBean(TrackingIdClientInterceptor.class, () -> client)
			.run((context) -> {
				assertThat(context).getBean(TrackingIdServerInterceptor.class).isSameAs(server);
				assertThat(context).getBean(TrackingIdClientInterceptor.class).isSameAs(client);
			});
	}

}
