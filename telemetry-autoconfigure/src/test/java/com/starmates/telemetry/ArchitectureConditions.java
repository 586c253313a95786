// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry;

import java.lang.annotation.Annotation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Conditions that ArchUnit does not have.
 */
final class ArchitectureConditions {

	private ArchitectureConditions() {
	}

	static ArchCondition<JavaClass> resideInAPackageAnnotatedWith(Class<? extends Annotation> annotation) {
		return new ArchCondition<>("reside in a package annotated with @" + annotation.getSimpleName()) {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean annotated = type.getPackage().isAnnotatedWith(annotation);
				events.add(new SimpleConditionEvent(type, annotated, type.getPackageName() + " is "
						+ (annotated ? "" : "not ") + "annotated with @" + annotation.getSimpleName()));
			}

		};
	}

}
