// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.persistence;

import com.starmates.telemetry.tracking.TrackingId;

import org.springframework.core.Ordered;
import org.springframework.data.mapping.context.MappingContext;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;

/**
 * Fills the {@link TrackingIdColumn} of what Spring Data JDBC saves.
 *
 * @since 1.0.0
 */
public final class JdbcTrackingIds implements BeforeConvertCallback<Object>, Ordered {

	private final TrackedEntities entities;

	/**
	 * Create a callback.
	 * @param entities what Spring Data knows of entities
	 */
	public JdbcTrackingIds(MappingContext<?, ?> entities) {
		this.entities = new TrackedEntities(entities);
	}

	@Override
	public Object onBeforeConvert(Object aggregate) {
		return this.entities.fill(aggregate, TrackingId.current());
	}

	/** Callbacks of the application may not know whether an entity is new any more. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
