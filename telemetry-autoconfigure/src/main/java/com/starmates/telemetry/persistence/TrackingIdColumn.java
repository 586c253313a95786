// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.starmates.telemetry.tracking.TrackingId;
import org.hibernate.annotations.ValueGenerationType;

/**
 * Marks the attribute of an entity that Hibernate fills with the {@link TrackingId
 * tracking id} of the work that inserts the row. The attribute is a {@code String} of 32
 * characters; it is {@code null} where no trace is active. Bulk statements (HQL, native
 * SQL) are not covered: bind {@link TrackingId#current()} there.
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

}
