// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.database;

import javax.sql.DataSource;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.tracking.ConditionalOnJavaAgent;
import com.starmates.telemetry.cardinality.GuardedMeters;
import com.starmates.telemetry.database.DatabaseQueries;
import com.starmates.telemetry.database.QueryConnections;
import com.starmates.telemetry.database.QueryMeters;
import com.starmates.telemetry.database.QuerySpans;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the queries of data sources that
 * are beans.
 *
 * @since 1.0.0
 */
@AutoConfiguration(after = { MetricsAutoConfiguration.class, OpenTelemetrySdkAutoConfiguration.class },
		afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass({ DataSource.class, DelegatingDataSource.class })
@ConditionalOnTelemetry("database")
@EnableConfigurationProperties(DatabaseProperties.class)
public final class DatabaseAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DatabaseQueries telemetryDatabaseQueries(ObjectProvider<QuerySpans> telemetryQuerySpans,
			ObjectProvider<QueryMeters> telemetryQueryMeters) {
		return new DatabaseQueries(telemetryQuerySpans.getIfAvailable(), telemetryQueryMeters.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean(name = "telemetryDataSourcePostProcessor")
	static DataSourcePostProcessor telemetryDataSourcePostProcessor(ConfigurableListableBeanFactory factory,
			ObjectProvider<DatabaseQueries> telemetryDatabaseQueries) {
		return new DataSourcePostProcessor(factory, new QueryConnections(telemetryDatabaseQueries::getIfAvailable));
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OpenTelemetry.class)
	@ConditionalOnBooleanProperty(name = "telemetry.database.spans", matchIfMissing = true)
	@ConditionalOnJavaAgent(attached = false)
	static class WithSpans {

		@Bean
		@ConditionalOnBean(OpenTelemetry.class)
		@ConditionalOnMissingBean
		QuerySpans telemetryQuerySpans(OpenTelemetry openTelemetrySdk) {
			return new QuerySpans(openTelemetrySdk);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnTelemetry("metrics")
	static class WithMeters {

		@Bean
		@ConditionalOnBean(GuardedMeters.class)
		@ConditionalOnMissingBean
		QueryMeters telemetryQueryMeters(GuardedMeters telemetryGuardedMeters) {
			return new QueryMeters(telemetryGuardedMeters);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DataSourcePoolMetadataProvider.class)
	static class WithPools {

		@Bean
		@ConditionalOnMissingBean(name = "telemetryPoolMetadataPostProcessor")
		static PoolMetadataPostProcessor telemetryPoolMetadataPostProcessor() {
			return new PoolMetadataPostProcessor();
		}

	}

}
