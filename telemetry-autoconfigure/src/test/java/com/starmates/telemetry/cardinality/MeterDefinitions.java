// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.cardinality;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** All meters of the library, as its features define them. */
final class MeterDefinitions {

	private MeterDefinitions() {
	}

	static List<MeterDefinition> all() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(MeterDefinition.class));
		return scanner.findCandidateComponents("com.starmates.telemetry")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.sorted()
			.map((name) -> ClassUtils.resolveClassName(String.valueOf(name), null))
			.filter((type) -> type.isEnum() && type != TestMeters.class)
			.flatMap((type) -> Stream.of((MeterDefinition[]) type.getEnumConstants()))
			.toList();
	}

}
