// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.persistence;

import com.starmates.telemetry.autoconfigure.ConditionalOnTelemetry;
import com.starmates.telemetry.persistence.TrackingIdColumn;
import org.hibernate.generator.Generator;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for tracking ids in rows that
 * Hibernate writes.
 *
 * @since 1.0.0
 */
@AutoConfiguration(before = HibernateJpaAutoConfiguration.class)
@ConditionalOnClass({ Generator.class, HibernatePropertiesCustomizer.class })
@ConditionalOnTelemetry("persistence")
@EnableConfigurationProperties(PersistenceProperties.class)
public final class PersistenceAutoConfiguration {

	@Bean
	HibernatePropertiesCustomizer telemetryTrackingIdColumnCustomizer() {
		return (settings) -> settings.put(TrackingIdColumn.ENABLED_SETTING, true);
	}

}
