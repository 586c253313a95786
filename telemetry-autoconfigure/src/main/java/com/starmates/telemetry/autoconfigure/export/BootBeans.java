// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.export;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Tells the beans that Boot makes from others that have their names.
 */
final class BootBeans {

	private BootBeans() {
	}

	/**
	 * Return whether a bean is made by one of Boot's configurations.
	 * @param factory where the bean may be defined
	 * @param name name of the bean
	 * @param configuration how the name of the configuration's class ends
	 */
	static boolean isMadeBy(ConfigurableListableBeanFactory factory, String name, String configuration) {
		String maker = factory.containsBeanDefinition(name) ? maker(factory.getBeanDefinition(name)) : null;
		return maker != null && maker.endsWith(configuration);
	}

	/**
	 * A definition that was processed ahead of time names no configuration, but knows the
	 * method.
	 */
	private static @Nullable String maker(BeanDefinition definition) {
		Method made = (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
		return (made != null) ? made.getDeclaringClass().getName() : definition.getFactoryBeanName();
	}

}
