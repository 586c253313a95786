// SPDX-License-Identifier: Apache-2.0

package com.starmates.sample.workflow.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.starmates.telemetry.test.NatsProcess;
import com.starmates.telemetry.test.RequiresNats;
import io.nats.client.JetStreamApiException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of jobs when the servers that keep them lose their power under load.
 */
@RequiresNats
class RecoveryIT {

	private static final int JOBS = 300;

	@TempDir
	private Path directory;

	private final NatsProcess nats = new NatsProcess();

	private EmbeddedPostgres postgres;

	private WebServerApplicationContext engine;

	/** By the id of the execution, the tracking id of the request. */
	private final Map<String, String> accepted = new ConcurrentHashMap<>();

	@BeforeEach
	void start() throws IOException {
		this.postgres = postgres(0);
		this.engine = (WebServerApplicationContext) new SpringApplicationBuilder(WorkflowEngineApplication.class)
			.profiles("nats", "postgres")
			.properties("server.port=0", "spring.datasource.hikari.connection-timeout=1000",
					"NATS_URL=" + this.nats.url(), "POSTGRES_URL=" + url())
			.run();
	}

	private EmbeddedPostgres postgres(int port) throws IOException {
		return EmbeddedPostgres.builder()
			.setPort(port)
			.setDataDirectory(this.directory.resolve("data"))
			.setCleanDataDirectory(false)
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("fsync", "on")
			.start();
	}

	private String url() {
		return this.postgres.getJdbcUrl("postgres", "postgres");
	}

	@AfterEach
	void stop() throws IOException {
		((org.springframework.context.ConfigurableApplicationContext) this.engine).close();
		this.postgres.close();
		this.nats.close();
	}

	@Test
	void noJobIsLostOrDoneTwice() throws Exception {
		CountDownLatch third = new CountDownLatch(JOBS / 3);
		CountDownLatch twoThirds = new CountDownLatch(2 * JOBS / 3);
		Thread load = new Thread(() -> load(List.of(third, twoThirds)));
		load.start();
		assertThat(third.await(1, TimeUnit.MINUTES)).isTrue();
		this.nats.kill();
		this.nats.start();
		assertThat(twoThirds.await(1, TimeUnit.MINUTES)).isTrue();
		killPostgres();
		load.join(Duration.ofMinutes(2).toMillis());
		assertThat(this.accepted).hasSizeGreaterThan(JOBS / 2);
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.untilAsserted(() -> assertThat(rows()).containsAllEntriesOf(this.accepted));
		assertThat(dead()).isZero();
	}

	@Test
	void jobThatCannotBeDoneIsPutAside() throws Exception {
		this.engine.getBean(JobBus.class).publish(new Job("of no execution"));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::dead, (found) -> found == 1);
	}

	/** One request after the other, each in a trace of its own, until all were sent. */
	private void load(List<CountDownLatch> progress) {
		RestClient client = RestClient.create("http://localhost:" + this.engine.getWebServer().getPort());
		for (int job = 0; job < JOBS; job++) {
			CallersTrace trace = CallersTrace.begin();
			try {
				ExecutionController.Accepted answer = client.post()
					.uri("/execute")
					.header("traceparent", trace.traceparent())
					.body(Map.of("description", "Recover", "type", "simple", "steps", List.of("Once")))
					.retrieve()
					.onStatus(HttpStatusCode::isError, (request, response) -> {
						throw new RestClientException("refused");
					})
					.body(ExecutionController.Accepted.class);
				this.accepted.put(answer.id(), trace.id());
			}
			catch (RestClientException ex) {
				assertThat(ex).hasMessage("refused");
			}
			progress.forEach(CountDownLatch::countDown);
		}
	}

	private void killPostgres() throws IOException {
		Path data = this.directory.resolve("data");
		long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
		ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
		int port = this.postgres.getPort();
		server.destroyForcibly();
		Awaitility.await().until(() -> !server.isAlive());
		this.postgres.close();
		Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
			this.postgres = postgres(port);
			return true;
		});
	}

	/** The tracking ids of executions that are completed; no id has two rows. */
	private Map<String, String> rows() throws SQLException {
		Map<String, String> rows = new HashMap<>();
		try (Connection connection = DriverManager.getConnection(url());
				Statement statement = connection.createStatement();
				ResultSet found = statement
					.executeQuery("select id, tracking_id from executions where status = 'COMPLETED'")) {
			while (found.next()) {
				assertThat(rows.put(found.getString(1), found.getString(2))).isNull();
			}
		}
		return rows;
	}

	private long dead() throws IOException, JetStreamApiException {
		return this.engine.getBean(io.nats.client.Connection.class)
			.getStreamContext("JOBS")
			.getStreamInfo(io.nats.client.api.StreamInfoOptions.filterSubjects("jobs.dead"))
			.getStreamState()
			.getSubjectMap()
			.getOrDefault("jobs.dead", 0L);
	}

}
