// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.roads;

import java.util.Map;

import javax.sql.DataSource;

import com.starmates.telemetry.test.Proves;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What rows say of the work that wrote them, with a real PostgreSQL.
 */
@Proves(roads = RowRoad.class, to = "a row",
		seen = "the tracking id of who inserted it, and of who changed it last; `null` without a trace")
class RowRoadsTests {

	private static EmbeddedPostgres server;

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() throws Exception {
		server = EmbeddedPostgres.start();
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.application.name=rows", "spring.main.banner-mode=off",
					"spring.r2dbc.url=r2dbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres",
					"spring.r2dbc.username=postgres", "spring.jpa.hibernate.ddl-auto=create",
					"spring.jpa.properties.hibernate.jdbc.batch_size=10")
			.run();
		context.getBean(JdbcTemplate.class)
			.execute("create table data_rows (id varchar(40) primary key, version int, inserted_by char(32), "
					+ "changed_by char(32))");
	}

	@AfterAll
	static void stop() throws Exception {
		context.close();
		server.close();
	}

	@ParameterizedTest
	@EnumSource
	void rowTellsWhoWroteIt(RowRoad road) {
		String id = road.name();
		String first = inTrace(() -> road.insert(context, id));
		assertThat(row(road, id)).containsExactly(Map.entry("inserted_by", first), Map.entry("changed_by", first));
		String second = inTrace(() -> road.update(context, id));
		assertThat(row(road, id)).containsExactly(Map.entry("inserted_by", first), Map.entry("changed_by", second));
	}

	@ParameterizedTest
	@EnumSource
	void rowTellsNothingWithoutTrace(RowRoad road) {
		String id = road.name() + "-untraced";
		road.insert(context, id);
		assertThat(row(road, id)).containsEntry("inserted_by", null).containsEntry("changed_by", null);
	}

	private static String inTrace(Runnable work) {
		Span span = context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("request").startSpan();
		try (Scope scope = span.makeCurrent()) {
			work.run();
		}
		finally {
			span.end();
		}
		return span.getSpanContext().getTraceId();
	}

	private static Map<String, @Nullable Object> row(RowRoad road, String id) {
		return context.getBean(JdbcTemplate.class)
			.queryForMap("select inserted_by, changed_by from " + road.table() + " where id = ?", id);
	}

	@EnableAutoConfiguration
	@EntityScan(basePackageClasses = HibernateRow.class)
	@Configuration(proxyBeanMethods = false)
	static class Application {

		/** Boot makes one of its own only where nothing reactive is. */
		@Bean
		DataSource database() {
			return server.getPostgresDatabase();
		}

		@Bean
		EntityManager shared(EntityManagerFactory factory) {
			return SharedEntityManagerCreator.createSharedEntityManager(factory);
		}

	}

}
