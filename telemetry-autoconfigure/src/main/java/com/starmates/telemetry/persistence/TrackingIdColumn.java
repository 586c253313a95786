// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.starmates.telemetry.tracking.TrackingId;
import org.hibernate.annotations.ValueGenerationType;

/**
 * Marks the attribute of an entity that is filled with the {@link TrackingId tracking id}
 * of the work that inserts the row, by Hibernate, Spring Data JDBC or Spring Data R2DBC
 * (of the root of an aggregate that Spring Data takes for new). The attribute is a
 * {@code String} of 32 characters; it is {@code null} where no trace is active. What is
 * no entity, such as bulk statements in HQL, native SQL and {@code JdbcTemplate}, binds
 * {@link TrackingId#current()}.
 *
 * @since 1.0.0
 */
@ValueGenerationType(generatedBy = TrackingIdGenerator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD })
public @interface TrackingIdColumn {

	/**
	 * Hibernate setting that fills such columns when it is {@code true}, which the
	 * starter sets. Without it they stay {@code null}.
	 */
	String ENABLED_SETTING = "telemetry.persistence.enabled";

	/**
	 * Whether updates fill the column as well, so that it tells which work changed the
	 * row last.
	 * @return {@code false} to keep the id of the work that inserted the row
	 */
	boolean onUpdate() default false;

}
