// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import javax.sql.DataSource;

import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.h2.Driver;
import org.h2.engine.CastDataProvider;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DataSourcePostProcessor} on the data sources that applications have.
 */
class DataSourcePostProcessorTests {

	private static final String URL = "jdbc:h2:mem:sources";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class,
				DataSourcePoolMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
				ResourceAutoConfiguration.class,
				org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "eager", "lazy" })
	void metersOfThePoolAreThereWhetherOrNotItsConnectionsAreLazy(String fetch) {
		this.contextRunner.withUserConfiguration(Connected.class)
			.withPropertyValues("spring.datasource.connection-fetch=" + fetch)
			.run((context) -> {
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(meters.get("jdbc.connections.active").tag("name", "dataSource").gauge().value()).isZero();
				assertThat(meters.get("hikaricp.connections.max").gauge().value()).isEqualTo(10);
				count(context.getBean(DataSource.class));
				assertThat(count(context)).isEqualTo(1);
			});
	}

	@Test
	void poolStaysAPoolWithItsMeters() {
		this.contextRunner.withUserConfiguration(Connected.class)
			.run((context) -> poolHasItsMeters(context, "dataSource"));
	}

	@Test
	void poolThatHasStartedStaysAPoolWithItsMeters() {
		this.contextRunner.withUserConfiguration(StartedPool.class)
			.run((context) -> poolHasItsMeters(context, "startedPool"));
	}

	private static void poolHasItsMeters(AssertableApplicationContext context, String name) throws SQLException {
		HikariDataSource pool = context.getBean(HikariDataSource.class);
		assertThat(context.getBean(DataSource.class)).isSameAs(pool);
		assertThat(pool.isWrapperFor(HikariDataSource.class)).isTrue();
		assertThat(pool.unwrap(HikariDataSource.class)).isNotNull();
		try (Connection connection = pool.getConnection()) {
			query(connection);
			assertThat(count(context)).isEqualTo(1);
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("jdbc.connections.active").tags("name", name).gauge().value()).isEqualTo(1);
			assertThat(meters.get("jdbc.connections.max").gauge().value()).isEqualTo(10);
			assertThat(meters.get("hikaricp.connections.active").gauge().value()).isEqualTo(1);
		}
		assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
	}

	@Test
	void poolIsClosedWithItsContext() {
		HikariDataSource[] pool = new HikariDataSource[1];
		this.contextRunner.run((context) -> {
			count(context.getBean(DataSource.class));
			pool[0] = context.getBean(HikariDataSource.class).unwrap(HikariDataSource.class);
		});
		assertThat(pool[0].isClosed()).isTrue();
	}

	@Test
	void othersCanBeDerivedFromThePool() {
		this.contextRunner.withPropertyValues("spring.datasource.url=" + URL).run((context) -> {
			try (HikariDataSource derived = DataSourceBuilder.derivedFrom(context.getBean(DataSource.class))
				.type(HikariDataSource.class)
				.build()) {
				assertThat(derived.getJdbcUrl()).isEqualTo(URL);
				count(derived);
			}
			try (Connection connection = DataSourceBuilder.derivedFrom(context.getBean(DataSource.class))
				.build()
				.getConnection()) {
				assertThat(connection.isValid(1)).isTrue();
			}
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Final.class, FinalMethod.class, Embedded.class, Lazy.class, Routing.class, TwoNames.class,
			Scoped.class })
	void queriesCountOnceWhateverTheDataSource(Class<?> configuration) {
		this.contextRunner.withUserConfiguration(configuration).run((context) -> {
			assertThat(context).hasNotFailed();
			count(context.getBean(DataSource.class));
			assertThat(count(context)).isEqualTo(1);
		});
	}

	@Test
	void lazyConnectionsStayLazy() {
		this.contextRunner.withUserConfiguration(Lazy.class).run((context) -> {
			try (Connection connection = context.getBean(DataSource.class).getConnection()) {
				assertThat(connection.isClosed()).isFalse();
				assertThat(context.getBean("pool", HikariDataSource.class).getHikariPoolMXBean()).isNull();
			}
		});
	}

	@Test
	void finalClassThatIsInjectedByItsClassIsLeftAlone() {
		this.contextRunner.withUserConfiguration(DeclaredFinal.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(JdbcDataSource.class);
			count(context.getBean(DataSource.class));
			assertThat(context.getBean(MeterRegistry.class).find("database.queries").counter()).isNull();
		});
	}

	@Test
	void connectionKeepsTheInterfacesOfItsDriver() {
		this.contextRunner.withUserConfiguration(Unpooled.class).run((context) -> {
			try (Connection connection = context.getBean(DataSource.class).getConnection()) {
				assertThat(connection).isInstanceOf(CastDataProvider.class);
				assertThat(connection.unwrap(JdbcConnection.class)).isNotNull();
			}
		});
	}

	private static void count(DataSource dataSource) throws SQLException {
		try (Connection connection = dataSource.getConnection()) {
			query(connection);
		}
	}

	private static void query(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.executeQuery("select * from information_schema.tables");
		}
	}

	private static double count(AssertableApplicationContext context) {
		Counter counter = context.getBean(MeterRegistry.class)
			.get("database.queries")
			.tags("operation", "select", "table", "tables")
			.counter();
		return counter.count();
	}

	/** As JPA does, before meters are bound. */
	static class Connected {

		@Bean
		Boolean connected(DataSource dataSource) throws SQLException {
			try (Connection connection = dataSource.getConnection()) {
				return connection.isValid(1);
			}
		}

	}

	static class StartedPool {

		@Bean
		HikariDataSource startedPool() {
			HikariConfig settings = new HikariConfig();
			settings.setJdbcUrl(URL);
			return new HikariDataSource(settings);
		}

	}

	static class Final {

		@Bean
		DataSource dataSource() {
			JdbcDataSource dataSource = new JdbcDataSource();
			dataSource.setUrl(URL);
			return dataSource;
		}

	}

	static class FinalMethod {

		@Bean
		DataSource dataSource() {
			return new FinalMethodDataSource();
		}

	}

	static class FinalMethodDataSource extends SimpleDriverDataSource {

		FinalMethodDataSource() {
			super(new Driver(), URL);
		}

		@Override
		public final Connection getConnection() throws SQLException {
			return super.getConnection();
		}

	}

	static class DeclaredFinal {

		@Bean
		JdbcDataSource dataSource() {
			JdbcDataSource dataSource = new JdbcDataSource();
			dataSource.setUrl(URL);
			return dataSource;
		}

		@Bean
		String user(JdbcDataSource dataSource) {
			return dataSource.getUrl();
		}

	}

	static class Unpooled {

		@Bean
		SimpleDriverDataSource dataSource() {
			return new SimpleDriverDataSource(new Driver(), URL);
		}

	}

	static class Embedded {

		@Bean
		EmbeddedDatabase dataSource() {
			return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).build();
		}

	}

	static class Lazy {

		@Bean
		HikariDataSource pool() {
			return DataSourceBuilder.create().type(HikariDataSource.class).url(URL).build();
		}

		@Bean
		@Primary
		LazyConnectionDataSourceProxy lazy(HikariDataSource pool) {
			LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy();
			lazy.setTargetDataSource(pool);
			lazy.setDefaultAutoCommit(true);
			lazy.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
			return lazy;
		}

	}

	static class Routing {

		@Bean
		HikariDataSource one() {
			return DataSourceBuilder.create().type(HikariDataSource.class).url(URL).build();
		}

		@Bean
		@Primary
		DataSource routing(HikariDataSource one) {
			AbstractRoutingDataSource routing = new AbstractRoutingDataSource() {

				@Override
				protected Object determineCurrentLookupKey() {
					return "one";
				}

			};
			routing.setTargetDataSources(Map.of("one", one));
			return routing;
		}

	}

	static class TwoNames {

		@Bean
		HikariDataSource one() {
			return DataSourceBuilder.create().type(HikariDataSource.class).url(URL).build();
		}

		@Bean
		@Primary
		DataSource same(HikariDataSource one) {
			return one;
		}

	}

	static class Scoped {

		@Bean
		@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
		SimpleDriverDataSource dataSource() {
			return new SimpleDriverDataSource(new Driver(), URL);
		}

	}

}
