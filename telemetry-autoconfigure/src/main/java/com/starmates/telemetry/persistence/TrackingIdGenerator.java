// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.persistence;

import java.util.EnumSet;

import com.starmates.telemetry.tracking.TrackingId;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.AnnotationBasedGenerator;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;
import org.hibernate.generator.GeneratorCreationContext;
import org.jspecify.annotations.Nullable;

/**
 * Generates the value of a {@link TrackingIdColumn}.
 */
final class TrackingIdGenerator implements BeforeExecutionGenerator, AnnotationBasedGenerator<TrackingIdColumn> {

	private static final long serialVersionUID = 1L;

	private boolean enabled;

	private boolean onUpdate;

	@Override
	public void initialize(TrackingIdColumn annotation, GeneratorCreationContext context) {
		this.onUpdate = annotation.onUpdate();
		this.enabled = context.getServiceRegistry()
			.requireService(ConfigurationService.class)
			.getSetting(TrackingIdColumn.ENABLED_SETTING, StandardConverters.BOOLEAN, false);
	}

	@Override
	@SuppressWarnings("NullAway") // Hibernate is not null-marked; here it takes null
	public @Nullable Object generate(SharedSessionContractImplementor session, Object owner,
			@Nullable Object currentValue, EventType eventType) {
		return this.enabled ? TrackingId.current() : null;
	}

	@Override
	public EnumSet<EventType> getEventTypes() {
		return this.onUpdate ? EventTypeSets.INSERT_AND_UPDATE : EventTypeSets.INSERT_ONLY;
	}

}
