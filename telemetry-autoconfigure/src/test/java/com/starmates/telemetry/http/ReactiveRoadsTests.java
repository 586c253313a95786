// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.util.List;
import java.util.stream.Stream;

import com.starmates.telemetry.http.ReactiveRoadEndpoints.Note;
import com.starmates.telemetry.http.ReactiveRoadEndpoints.Notes;
import com.starmates.telemetry.test.Proves;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known of a request wherever it comes by, on Netty with Spring WebFlux.
 */
@ReactiveExchangeTest
@Import({ NettyReactiveWebServerFactory.class, ReactiveRoadEndpoints.class })
@Proves(roads = ReactiveRoad.class, to = "another part of the service",
		seen = "the span of the request, its tracking id and log context; of no other request")
class ReactiveRoadsTests extends AbstractExchangeTests {

	@Autowired
	private Notes notes;

	ReactiveRoadsTests() {
		super(NettyWebServer.class);
	}

	@ParameterizedTest
	@EnumSource
	void requestKnowsItsTrace(ReactiveRoad road) throws Exception {
		this.notes.of(road).clear();
		assertThat(get(road.path()).statusCode()).isEqualTo(200);
		SpanData server = onlySpan();
		await().until(() -> !this.notes.of(road).isEmpty());
		assertThat(this.notes.of(road)).allSatisfy((note) -> assertKnows(note, server));
	}

	@ParameterizedTest
	@EnumSource
	void requestsAtOnceDoNotKnowEachOther(ReactiveRoad road) throws Exception {
		this.notes.of(road).clear();
		List<String> traces = Stream.generate(() -> getLater(road.path()))
			.limit(50)
			.toList()
			.stream()
			.map((answer) -> answer.join().headers().firstValue("X-Tracking-ID").orElseThrow())
			.toList();
		await().until(() -> this.notes.of(road).size() >= traces.size());
		assertThat(this.notes.of(road)).allSatisfy(
				(note) -> assertThat(note.trackingId()).isEqualTo(note.span().getTraceId()).isEqualTo(note.logged()))
			.extracting(Note::trackingId)
			.containsAll(traces);
	}

	private static void assertKnows(Note note, SpanData server) {
		assertThat(note.span()).isEqualTo(server.getSpanContext());
		assertThat(note.trackingId()).isEqualTo(server.getTraceId());
		assertThat(note.logged()).isEqualTo(server.getTraceId());
	}

}
