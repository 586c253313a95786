// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.http;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import com.starmates.telemetry.database.DatabaseQueries;
import com.starmates.telemetry.database.QueryConnections;
import com.starmates.telemetry.database.QuerySpans;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.h2.Driver;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Below an excluded path, whatever makes spans elsewhere.
 */
@RestController
class QuietEndpoints {

	private final RestClient restClient;

	private final ObservationRegistry observations;

	private final OpenTelemetry openTelemetry;

	private final DataSource dataSource = new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:quiet");

	private final QueryConnections connections;

	QuietEndpoints(RestClient.Builder restClient, ObservationRegistry observations, OpenTelemetry openTelemetry) {
		this.restClient = restClient.build();
		this.observations = observations;
		this.openTelemetry = openTelemetry;
		DatabaseQueries queries = new DatabaseQueries(new QuerySpans(openTelemetry), null);
		this.connections = new QueryConnections(() -> queries);
	}

	@GetMapping("/quiet/busy")
	Mono<String> busy(@RequestParam int port) {
		observe();
		return Mono.fromCallable(() -> call(port)).subscribeOn(Schedulers.boundedElastic());
	}

	@GetMapping("/busy")
	Mono<String> loud(@RequestParam int port) {
		return busy(port);
	}

	private String call(int port) {
		observe();
		return this.restClient.get().uri("http://localhost:{port}/quiet/path", port).retrieve().body(String.class);
	}

	private void observe() {
		Observation.createNotStarted("test.observed", this.observations)
			.observe(() -> this.openTelemetry.getTracer("test").spanBuilder("raw").startSpan().end());
		try (Connection connection = this.connections.watch(this.dataSource.getConnection());
				Statement statement = connection.createStatement()) {
			statement.execute("select * from information_schema.tables");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
