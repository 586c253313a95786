// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.database;

import javax.sql.DataSource;

import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.database.DatabaseQueries;
import com.starmates.telemetry.database.QueryMeters;
import com.starmates.telemetry.database.QuerySpans;
import com.starmates.telemetry.test.RecordedTracing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DatabaseAutoConfiguration}, in Boot's chain.
 */
class DatabaseAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class,
				JdbcTemplateAutoConfiguration.class, MetricsAutoConfiguration.class, ResourceAutoConfiguration.class,
				org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class))
		.withUserConfiguration(Tracing.class);

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(DatabaseAutoConfiguration.class.getName());
	}

	@Test
	void recordsQueries() {
		this.contextRunner.run((context) -> {
			query(context);
			assertThat(count(context)).isEqualTo(1);
			assertThat(spans(context)).isEqualTo(1);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "telemetry.enabled=false", "telemetry.database.enabled=false" })
	void recordsNothingWhenDisabled(String property) {
		this.contextRunner.withPropertyValues(property).run((context) -> {
			query(context);
			assertThat(context).doesNotHaveBean(DatabaseQueries.class).doesNotHaveBean(DataSourcePostProcessor.class);
			assertThat(DataSourcePostProcessor.isWatched(context.getBean(DataSource.class))).isFalse();
			assertThat(context.getBean(MeterRegistry.class).find("database.queries").counter()).isNull();
			assertThat(spans(context)).isZero();
		});
	}

	@Test
	void onlyCountsAndTimesWithoutSpans() {
		this.contextRunner.withPropertyValues("telemetry.database.spans=false").run((context) -> {
			query(context);
			assertThat(count(context)).isEqualTo(1);
			assertThat(context).doesNotHaveBean(QuerySpans.class);
			assertThat(spans(context)).isZero();
		});
	}

	@Test
	void onlyHasSpansWithoutMeters() {
		this.contextRunner.withPropertyValues("telemetry.metrics.enabled=false").run((context) -> {
			query(context);
			assertThat(context).doesNotHaveBean(QueryMeters.class);
			assertThat(context.getBean(MeterRegistry.class).find("database.queries").counter()).isNull();
			assertThat(spans(context)).isEqualTo(1);
		});
	}

	@Test
	void queriesRunWithoutMicrometer() {
		new ApplicationContextRunner().withUserConfiguration(Tracing.class)
			.withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class,
					JdbcTemplateAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer"))
			.run((context) -> {
				query(context);
				assertThat(spans(context)).isEqualTo(1);
			});
	}

	@ParameterizedTest
	@ValueSource(classes = { DataSource.class, DelegatingDataSource.class })
	void stepsBackWithoutJdbc(Class<?> missing) {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DatabaseQueries.class));
	}

	@Test
	void startsWithoutADataSource() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(DatabaseQueries.class));
	}

	@Test
	void queriesOfTheApplicationWin() {
		DatabaseQueries queries = new DatabaseQueries(null, null);
		this.contextRunner.withBean("own", DatabaseQueries.class, () -> queries).run((context) -> {
			query(context);
			assertThat(context).hasSingleBean(DatabaseQueries.class);
			assertThat(spans(context)).isZero();
		});
	}

	@Test
	void spansAndMetersOfTheApplicationWin() {
		this.contextRunner.withBean("ownSpans", QuerySpans.class, () -> new QuerySpans(OpenTelemetry.noop()))
			.withBean("ownMeters", QueryMeters.class, () -> new QueryMeters(GuardedMeters.disabled()))
			.run((context) -> {
				query(context);
				assertThat(spans(context)).isZero();
				assertThat(context.getBean(MeterRegistry.class).find("database.queries").counter()).isNull();
			});
	}

	@Test
	void queryRunsWhateverTheRecordingDoes() {
		this.contextRunner.withBean("broken", DatabaseQueries.class, () -> {
			throw new IllegalStateException("broken");
		}, (definition) -> definition.setLazyInit(true)).run((context) -> {
			query(context);
			assertThat(spans(context)).isZero();
		});
	}

	@Test
	void exemplarsShowTheSpanOfTheQuery() {
		this.contextRunner.run((context) -> {
			query(context);
			SpanData span = context.getBean(InMemorySpanExporter.class).getFinishedSpanItems().get(0);
			String exemplar = "# {span_id=\"" + span.getSpanId() + "\",trace_id=\"" + span.getTraceId() + "\"}";
			assertThat(context.getBean(PrometheusMeterRegistry.class)
				.scrape("application/openmetrics-text; version=1.0.0")
				.lines()
				.filter((line) -> line.contains(exemplar))
				.map((line) -> line.substring(0, line.indexOf('{')))
				.distinct()).contains("database_queries_total", "database_query_duration_seconds_bucket");
		});
	}

	private static void query(AssertableApplicationContext context) {
		Span span = context.getBean(OpenTelemetrySdk.class).getTracer("test").spanBuilder("work").startSpan();
		try (Scope scope = span.makeCurrent()) {
			context.getBean(JdbcTemplate.class).queryForList("select * from information_schema.tables");
		}
	}

	private static double count(AssertableApplicationContext context) {
		Counter counter = context.getBean(MeterRegistry.class)
			.get("database.queries")
			.tags("operation", "select", "table", "tables")
			.counter();
		return counter.count();
	}

	private static int spans(AssertableApplicationContext context) {
		return context.getBean(InMemorySpanExporter.class).getFinishedSpanItems().size();
	}

	static class Tracing extends RecordedTracing {

		@Bean
		SpanContext prometheusSpans() {
			return new CurrentSpan();
		}

	}

	/** What Boot hands to Prometheus where there is Micrometer's tracer. */
	static class CurrentSpan implements SpanContext {

		@Override
		public String getCurrentTraceId() {
			return Span.current().getSpanContext().getTraceId();
		}

		@Override
		public String getCurrentSpanId() {
			return Span.current().getSpanContext().getSpanId();
		}

		@Override
		public boolean isCurrentSpanSampled() {
			return Span.current().getSpanContext().isSampled();
		}

		@Override
		public void markCurrentSpanAsExemplar() {
			// nobody asks for it
		}

	}

}
