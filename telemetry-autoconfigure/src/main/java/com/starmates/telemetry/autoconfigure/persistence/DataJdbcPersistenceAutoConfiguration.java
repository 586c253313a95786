// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.persistence;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.persistence.JdbcTrackingIds;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for tracking ids in rows that Spring
 * Data JDBC writes.
 *
 * @since 1.0.0
 */
@AutoConfiguration(afterName = "org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration")
@ConditionalOnClass(JdbcMappingContext.class)
@ConditionalOnTelemetry("persistence")
public final class DataJdbcPersistenceAutoConfiguration {

	@Bean
	@ConditionalOnSingleCandidate(JdbcMappingContext.class)
	@ConditionalOnMissingBean
	JdbcTrackingIds telemetryJdbcTrackingIds(JdbcMappingContext entities) {
		return new JdbcTrackingIds(entities);
	}

}
