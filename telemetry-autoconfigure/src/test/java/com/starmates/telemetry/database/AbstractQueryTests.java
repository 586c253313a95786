// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.starmates.telemetry.autoconfigure.database.DatabaseAutoConfiguration;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.test.RecordedTracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is recorded of queries, on a real database, through Hikari.
 */
abstract class AbstractQueryTests {

	abstract String url();

	/** What the spans say of the database. */
	abstract Attributes database();

	/** Calls the procedure {@code archive}. */
	abstract String createProcedure();

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withUserConfiguration(RecordedTracing.class, Entities.class)
			.withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class,
					HibernateJpaAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
					MetricsAutoConfiguration.class, ResourceAutoConfiguration.class,
					org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + url(), "spring.jpa.hibernate.ddl-auto=none");
	}

	@Test
	void jdbcTemplateIsRecorded() {
		run((test) -> {
			test.traced(() -> test.jdbc.update("insert into thing (id, name) values (?, ?)", 1, "secret"));
			test.traced(() -> test.jdbc.queryForList("/* 'x' */ SELECT * FROM Thing t WHERE name = 'secret' AND id=1"));
			assertThat(test.counts()).isEqualTo(Map.of("insert thing", 1L, "select thing", 1L));
			assertThat(test.durations()).isEqualTo(2);
			assertThat(test.spans()).extracting(SpanData::getName).containsExactly("INSERT thing", "SELECT Thing");
			SpanData select = test.spans().get(1);
			assertThat(select.getKind()).isEqualTo(SpanKind.CLIENT);
			assertThat(select.getParentSpanId()).isEqualTo(test.parent.getSpanContext().getSpanId());
			assertThat(select.getTraceId()).isEqualTo(test.parent.getSpanContext().getTraceId());
			assertThat(select.getStatus()).isEqualTo(StatusData.unset());
			assertThat(select.getAttributes().asMap()).isEqualTo(database().toBuilder()
				.put("db.operation.name", "SELECT")
				.put("db.collection.name", "Thing")
				.put("db.query.summary", "SELECT Thing")
				.put("db.query.text", "SELECT * FROM Thing t WHERE name = ? AND id=?")
				.build()
				.asMap());
		});
	}

	@Test
	void jpaIsRecorded() {
		run((test) -> {
			test.traced(() -> test.inTransaction((manager) -> manager.persist(new Thing(1))));
			test.traced(() -> test.inTransaction((manager) -> manager.find(Thing.class, 1L).name = "changed"));
			assertThat(test.counts()).isEqualTo(Map.of("insert thing", 1L, "select thing", 1L, "update thing", 1L));
			assertThat(test.spans()).extracting(SpanData::getName)
				.containsExactly("INSERT thing", "SELECT thing", "UPDATE thing");
		});
	}

	@Test
	void batchIsOneQuery() {
		run((test) -> {
			test.traced(() -> test.jdbc.batchUpdate("insert into thing (id, name) values (?, ?)",
					List.of(new Object[] { 1, "a" }, new Object[] { 2, "b" }, new Object[] { 3, "c" })));
			test.traced(
					() -> test.jdbc.batchUpdate("delete from thing where id = 1", "delete from thing where id = 2"));
			test.traced(() -> test.jdbc.batchUpdate("delete from thing where id = ?",
					List.<Object[]>of(new Object[] { 3 })));
			assertThat(test.counts()).isEqualTo(Map.of("insert thing", 1L, "delete thing", 2L));
			assertThat(test.spans()).extracting(SpanData::getName)
				.containsExactly("BATCH INSERT thing", "BATCH DELETE thing", "DELETE thing");
			assertThat(test.spans()).extracting((span) -> span.getAttributes().get(DatabaseSpanAttributes.BATCH_SIZE))
				.containsExactly(3L, 2L, null);
			assertThat(test.spans().get(0).getAttributes().get(DatabaseSpanAttributes.OPERATION_NAME))
				.isEqualTo("BATCH INSERT");
		});
	}

	@Test
	void batchThatIsReusedOrClearedHasTheSizeThatIsSent() {
		run((test) -> test.traced(() -> test.inConnection((connection) -> {
			try (PreparedStatement insert = connection.prepareStatement("insert into thing (id) values (?)")) {
				for (int size = 1; size <= 3; size++) {
					for (int i = 0; i < size; i++) {
						insert.setInt(1, size * 10 + i);
						insert.addBatch();
					}
					insert.executeBatch();
				}
				insert.setInt(1, 99);
				insert.addBatch();
				insert.clearBatch();
				insert.executeBatch();
			}
			assertThat(test.spans()).extracting((span) -> span.getAttributes().get(DatabaseSpanAttributes.BATCH_SIZE))
				.containsExactly(null, 2L, 3L);
			assertThat(test.counts()).isEqualTo(Map.of("insert thing", 3L));
		})));
	}

	@Test
	void procedureIsRecorded() {
		run((test) -> {
			test.jdbc.execute(createProcedure());
			test.reset();
			test.traced(() -> test.inConnection((connection) -> {
				try (Statement call = connection.prepareCall("{call archive(?)}")) {
					((PreparedStatement) call).setInt(1, 7);
					((PreparedStatement) call).execute();
				}
			}));
			assertThat(test.counts()).containsEntry("call none", 1L);
			assertThat(test.spans()).singleElement().satisfies((span) -> {
				assertThat(span.getName()).isEqualTo("CALL archive");
				assertThat(span.getAttributes().get(DatabaseSpanAttributes.PROCEDURE_NAME)).isEqualTo("archive");
			});
		});
	}

	@Test
	void queryThatFailsIsCountedAndMarkedWithItsState() {
		run((test) -> {
			test.jdbc.update("insert into thing (id, name) values (?, ?)", 1, "secret");
			test.reset();
			test.traced(() -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> test.jdbc.update("insert into thing (id, name) values (?, ?)", 1, "secret")));
			assertThat(test.counts()).isEqualTo(Map.of("insert thing", 2L));
			assertThat(test.spans()).singleElement().satisfies((span) -> {
				assertThat(span.getStatus()).isEqualTo(StatusData.error());
				assertThat(span.getAttributes().get(DatabaseSpanAttributes.ERROR_TYPE)).isEqualTo("23505");
				assertThat(span.getAttributes().get(DatabaseSpanAttributes.RESPONSE_STATUS_CODE)).isEqualTo("23505");
				assertThat(span.toString()).doesNotContain("secret");
				assertThat(span.getEvents()).isEmpty();
			});
		});
	}

	@Test
	void exceptionIsTheDriversOwn() {
		run((test) -> test.inConnection((connection) -> {
			try (Statement statement = connection.createStatement()) {
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("selekt"))
					.satisfies((ex) -> assertThat(ex.getSQLState()).startsWith("42"));
			}
			assertThat(test.counts()).isEqualTo(Map.of("other none", 1L));
		}));
	}

	@Test
	void queryOutsideOfTracesIsCountedButHasNoSpan() {
		run((test) -> {
			test.jdbc.queryForList("select * from thing");
			assertThat(test.counts()).isEqualTo(Map.of("select thing", 1L));
			assertThat(test.spans()).isEmpty();
		});
	}

	@Test
	void statementsBelongToTheirConnection() {
		run((test) -> test.inConnection((connection) -> {
			try (Statement statement = connection.createStatement()) {
				assertThat(statement.getConnection()).isSameAs(connection).isEqualTo(connection);
				assertThat(statement).isNotEqualTo(connection.createStatement()).hasSameHashCodeAs(statement);
				assertThat(statement.unwrap(Statement.class)).isNotNull();
			}
		}));
	}

	private void run(Consumer<QueryTest> test) {
		runner().run((context) -> {
			QueryTest prepared = new QueryTest(context);
			prepared.jdbc.execute("drop table if exists thing");
			prepared.jdbc.execute("create table thing (id bigint primary key, name varchar(20))");
			prepared.reset();
			test.accept(prepared);
		});
	}

	/** What a test works with. */
	private static final class QueryTest {

		private final JdbcTemplate jdbc;

		private final Span parent;

		private final InMemorySpanExporter exporter;

		private final AssertableApplicationContext context;

		QueryTest(AssertableApplicationContext context) {
			this.context = context;
			this.jdbc = context.getBean(JdbcTemplate.class);
			this.exporter = context.getBean(InMemorySpanExporter.class);
			this.parent = context.getBean(OpenTelemetrySdk.class).getTracer("test").spanBuilder("work").startSpan();
		}

		void traced(Runnable work) {
			try (Scope scope = this.parent.makeCurrent()) {
				work.run();
			}
		}

		void reset() {
			this.exporter.reset();
		}

		List<SpanData> spans() {
			return this.exporter.getFinishedSpanItems();
		}

		Map<String, Long> counts() {
			return this.context.getBean(MeterRegistry.class)
				.find("database.queries")
				.counters()
				.stream()
				.filter((counter) -> !List.of("create", "drop").contains(counter.getId().getTag("operation")))
				.collect(Collectors.toMap(
						(counter) -> counter.getId().getTag("operation") + " " + counter.getId().getTag("table"),
						(counter) -> (long) counter.count()));
		}

		/** Without those that prepare the test. */
		long durations() {
			return this.context.getBean(MeterRegistry.class).get("database.query.duration").timer().count() - 2;
		}

		void inConnection(ConnectionWork work) {
			try (Connection connection = this.context.getBean(DataSource.class).getConnection()) {
				work.accept(connection);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		void inTransaction(Consumer<EntityManager> work) {
			try (EntityManager manager = this.context.getBean(EntityManagerFactory.class).createEntityManager()) {
				manager.getTransaction().begin();
				work.accept(manager);
				manager.getTransaction().commit();
			}
		}

	}

	@FunctionalInterface
	private interface ConnectionWork {

		void accept(Connection connection) throws SQLException;

	}

	@EntityScan(basePackageClasses = Thing.class)
	static class Entities {

	}

	@Entity(name = "thing")
	static class Thing {

		@Id
		private Long id;

		private String name = "new";

		Thing() {
		}

		Thing(long id) {
			this.id = id;
		}

	}

}
