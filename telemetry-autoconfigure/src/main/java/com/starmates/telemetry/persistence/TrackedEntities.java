// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.persistence;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.PersistentProperty;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.mapping.context.MappingContext;
import org.springframework.util.ClassUtils;

/**
 * Fills the {@link TrackingIdColumn} of entities that Spring Data knows.
 */
final class TrackedEntities {

	private final MappingContext<?, ?> entities;

	TrackedEntities(MappingContext<?, ?> entities) {
		this.entities = entities;
	}

	/**
	 * Return an entity with its tracking id: itself, or another if it cannot be changed.
	 */
	<T> T fill(T entity, @Nullable String trackingId) {
		PersistentEntity<?, ?> type = this.entities.getPersistentEntity(ClassUtils.getUserClass(entity));
		if (type == null) {
			return entity;
		}
		PersistentPropertyAccessor<T> accessor = null;
		for (PersistentProperty<?> property : type.getPersistentProperties(TrackingIdColumn.class)) {
			if (type.isNew(entity) || property.getRequiredAnnotation(TrackingIdColumn.class).onUpdate()) {
				accessor = (accessor != null) ? accessor : type.getPropertyAccessor(entity);
				accessor.setProperty(property, trackingId);
			}
		}
		return (accessor != null) ? accessor.getBean() : entity;
	}

}
