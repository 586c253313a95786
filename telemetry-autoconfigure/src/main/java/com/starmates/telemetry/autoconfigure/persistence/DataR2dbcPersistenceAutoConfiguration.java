// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.persistence;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.persistence.R2dbcTrackingIds;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.data.r2dbc.mapping.R2dbcMappingContext;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for tracking ids in rows that Spring
 * Data R2DBC writes.
 *
 * @since 1.0.0
 */
@AutoConfiguration(afterName = "org.springframework.boot.data.r2dbc.autoconfigure.DataR2dbcAutoConfiguration")
@ConditionalOnClass(R2dbcMappingContext.class)
@ConditionalOnTelemetry("persistence")
public final class DataR2dbcPersistenceAutoConfiguration {

	@Bean
	@ConditionalOnSingleCandidate(R2dbcMappingContext.class)
	@ConditionalOnMissingBean
	R2dbcTrackingIds telemetryR2dbcTrackingIds(R2dbcMappingContext entities) {
		return new R2dbcTrackingIds(entities);
	}

}
