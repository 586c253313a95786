// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.persistence;

import com.starmates.telemetry.tracking.ReactorPropagation;
import com.starmates.telemetry.tracking.TrackingId;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.data.mapping.context.MappingContext;
import org.springframework.data.r2dbc.mapping.event.BeforeConvertCallback;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Fills the {@link TrackingIdColumn} of what Spring Data R2DBC saves.
 *
 * @since 1.0.0
 */
public final class R2dbcTrackingIds implements BeforeConvertCallback<Object>, Ordered {

	private final TrackedEntities entities;

	/**
	 * Create a callback.
	 * @param entities what Spring Data knows of entities
	 */
	public R2dbcTrackingIds(MappingContext<?, ?> entities) {
		this.entities = new TrackedEntities(entities);
	}

	@Override
	public Publisher<Object> onBeforeConvert(Object entity, SqlIdentifier table) {
		return Mono.deferContextual(
				(context) -> Mono.just(this.entities.fill(entity, TrackingId.from(ReactorPropagation.from(context)))));
	}

	/** Callbacks of the application may not know whether an entity is new any more. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
