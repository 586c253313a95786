// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.persistence;

import java.util.function.Consumer;

import com.starmates.telemetry.autoconfigure.persistence.PersistenceAutoConfiguration;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TrackingIdColumn} on a real database.
 */
class TrackingIdColumnTests {

	private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Entities.class)
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
				PersistenceAutoConfiguration.class));

	@Test
	void rowsHoldTheTrackingIdOfTheWorkThatInsertsThem() {
		run((entities) -> {
			insertTraced(entities);
			assertThat(column(entities)).isEqualTo(TRACE_ID);
		});
	}

	@Test
	void updatesLeaveTheTrackingIdAlone() {
		run((entities) -> {
			insertTraced(entities);
			inTransaction(entities, (manager) -> manager.find(Thing.class, 1L).name = "changed");
			assertThat(column(entities)).isEqualTo(TRACE_ID);
		});
	}

	@Test
	void columnIsNullWhereNoTraceIsActive() {
		run((entities) -> {
			insert(entities);
			assertThat(column(entities)).isNull();
		});
	}

	@Test
	void columnIsNullWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.persistence.enabled=false").run((context) -> {
			insertTraced(context.getBean(EntityManagerFactory.class));
			assertThat(column(context.getBean(EntityManagerFactory.class))).isNull();
		});
	}

	private void run(Consumer<EntityManagerFactory> test) {
		this.contextRunner.run((context) -> test.accept(context.getBean(EntityManagerFactory.class)));
	}

	private static void insertTraced(EntityManagerFactory entities) {
		SpanContext span = SpanContext.create(TRACE_ID, "b7ad6b7169203331", TraceFlags.getSampled(),
				TraceState.getDefault());
		try (Scope scope = Context.root().with(Span.wrap(span)).makeCurrent()) {
			insert(entities);
		}
	}

	private static void insert(EntityManagerFactory entities) {
		inTransaction(entities, (manager) -> manager.persist(new Thing()));
	}

	private static Object column(EntityManagerFactory entities) {
		try (EntityManager manager = entities.createEntityManager()) {
			return manager.createNativeQuery("select tracking_id from thing", String.class).getSingleResult();
		}
	}

	private static void inTransaction(EntityManagerFactory entities, Consumer<EntityManager> work) {
		try (EntityManager manager = entities.createEntityManager()) {
			manager.getTransaction().begin();
			work.accept(manager);
			manager.getTransaction().commit();
		}
	}

	@EntityScan(basePackageClasses = Thing.class)
	static class Entities {

	}

	@Entity(name = "thing")
	static class Thing {

		@Id
		private Long id = 1L;

		private String name = "new";

		@TrackingIdColumn
		@Column(name = "tracking_id", length = 32)
		private String trackingId;

	}

}
