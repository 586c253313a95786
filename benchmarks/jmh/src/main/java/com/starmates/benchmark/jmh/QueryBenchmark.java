// SPDX-License-Identifier: Apache-2.0

package com.starmates.benchmark.jmh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;

import javax.sql.DataSource;

import com.starmates.telemetry.cardinality.CardinalityBudgets;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.database.DatabaseQueries;
import com.starmates.telemetry.database.QueryConnections;
import com.starmates.telemetry.database.QueryMeters;
import com.starmates.telemetry.database.QuerySpans;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import net.ttddyy.observation.tracing.DataSourceObservationListener;
import net.ttddyy.observation.tracing.JdbcObservationDocumentation;
import net.ttddyy.observation.tracing.QueryTracingObservationHandler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What it takes to watch a prepared query by key, on H2 in memory through Hikari, in a
 * sampled trace: by ours, and by its peers.
 *
 * @since 1.0.0
 */
@Fork(value = 2, jvmArgsAppend = "-Dotel.semconv-stability.opt-in=database")
public class QueryBenchmark extends AbstractBenchmark {

	private static final int ROWS = 100;

	private final OpenTelemetrySdk openTelemetry = OpenTelemetrySdk.builder()
		.setTracerProvider(SdkTracerProvider.builder().build())
		.build();

	private final HikariDataSource pool = new HikariDataSource();

	private final DatabaseQueries queries = new DatabaseQueries(new QuerySpans(this.openTelemetry), new QueryMeters(
			new GuardedMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), CardinalityBudgets.STANDARD)));

	private final QueryConnections connections = new QueryConnections(() -> this.queries);

	private final DataSource micrometer = micrometer(this.openTelemetry, this.pool);

	private final DataSource instrumentation = JdbcTelemetry.create(this.openTelemetry).wrap(this.pool);

	private Scope trace = Scope.noop();

	private int next;

	/**
	 * Fill the table, and begin the trace.
	 * @throws SQLException if the database cannot be made
	 */
	@Setup
	public void setUp() throws SQLException {
		this.pool.setJdbcUrl("jdbc:h2:mem:queries");
		this.pool.setMaximumPoolSize(2);
		try (Connection connection = this.pool.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("create table thing (id int primary key, name varchar(20))");
			statement.execute("insert into thing select x, 'thing ' || x from system_range(0, " + (ROWS - 1) + ")");
		}
		this.trace = this.openTelemetry.getTracer("benchmark").spanBuilder("work").startSpan().makeCurrent();
	}

	private static DataSource micrometer(OpenTelemetrySdk openTelemetry, DataSource pool) {
		OtelTracer tracer = new OtelTracer(openTelemetry.getTracer("benchmark"), new OtelCurrentTraceContext(),
				(event) -> {
				});
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new QueryTracingObservationHandler(tracer));
		DataSourceObservationListener listener = new DataSourceObservationListener(observations);
		listener.setSupportedTypes(EnumSet.of(JdbcObservationDocumentation.QUERY));
		return ProxyDataSourceBuilder.create(pool).listener(listener).methodListener(listener).build();
	}

	/** End the trace, and close the pool. */
	@TearDown
	public void tearDown() {
		this.trace.close();
		this.pool.close();
	}

	/**
	 * Query the pool.
	 * @return a value
	 * @throws SQLException if that fails
	 */
	@Benchmark
	public String bare() throws SQLException {
		return query(this.pool.getConnection());
	}

	/**
	 * Query watched by ours.
	 * @return a value
	 * @throws SQLException if that fails
	 */
	@Benchmark
	public String ours() throws SQLException {
		return query(this.connections.watch(this.pool.getConnection()));
	}

	/**
	 * Query watched by datasource-micrometer.
	 * @return a value
	 * @throws SQLException if that fails
	 */
	@Benchmark
	public String datasourceMicrometer() throws SQLException {
		return query(this.micrometer.getConnection());
	}

	/**
	 * Query watched by OpenTelemetry's instrumentation.
	 * @return a value
	 * @throws SQLException if that fails
	 */
	@Benchmark
	public String openTelemetryJdbc() throws SQLException {
		return query(this.instrumentation.getConnection());
	}

	private String query(Connection connection) throws SQLException {
		this.next = (this.next + 1) % ROWS;
		try (connection;
				PreparedStatement statement = connection.prepareStatement("select name from thing where id = ?")) {
			statement.setInt(1, this.next);
			try (ResultSet result = statement.executeQuery()) {
				result.next();
				return result.getString(1);
			}
		}
	}

}
