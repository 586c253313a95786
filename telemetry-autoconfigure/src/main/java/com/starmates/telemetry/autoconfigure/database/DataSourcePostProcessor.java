// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.database;

import java.lang.reflect.Modifier;
import java.util.Arrays;

import javax.sql.DataSource;

import com.starmates.telemetry.database.QueryConnections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.support.NameMatchMethodPointcutAdvisor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Puts a proxy in the place of each data source, whose connections are watched. It is of
 * the data source's own class, so that whoever injects a {@code HikariDataSource} still
 * gets one; where that class is final, it has only its interfaces.
 */
class DataSourcePostProcessor implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(DataSourcePostProcessor.class);

	private final ConfigurableListableBeanFactory factory;

	private final QueryConnections connections;

	DataSourcePostProcessor(ConfigurableListableBeanFactory factory, QueryConnections connections) {
		this.factory = factory;
		this.connections = connections;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSource dataSource && !(bean instanceof ScopedObject) && !isWatched(bean))
				? watch(dataSource, beanName) : bean;
	}

	/** Whether a bean is a proxy of ours. */
	static boolean isWatched(Object bean) {
		return bean instanceof Advised advised && Arrays.stream(advised.getAdvisors())
			.anyMatch((advisor) -> advisor.getAdvice() instanceof ConnectionInterceptor);
	}

	private Object watch(DataSource dataSource, String beanName) {
		boolean open = isOpen(dataSource.getClass());
		if (!open && isDeclaredAsClass(beanName)) {
			logger.info("Queries of data source '{}' are not recorded: its class cannot be extended", beanName);
			return dataSource;
		}
		try {
			ProxyFactory factory = new ProxyFactory();
			factory.setTarget(dataSource);
			factory.setInterfaces(ClassUtils.getAllInterfaces(dataSource));
			factory.setProxyTargetClass(open);
			NameMatchMethodPointcutAdvisor advisor = new NameMatchMethodPointcutAdvisor(
					new ConnectionInterceptor(this.connections));
			advisor.setMappedName("getConnection");
			factory.addAdvisor(advisor);
			factory.setFrozen(true);
			return factory.getProxy(dataSource.getClass().getClassLoader());
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("Queries of data source '{}' are not recorded: {}", beanName, ex.toString());
			return dataSource;
		}
	}

	/**
	 * Then somebody may inject it by its class, and a proxy of its interfaces would not
	 * fit.
	 */
	private boolean isDeclaredAsClass(String beanName) {
		if (!this.factory.containsBeanDefinition(beanName)) {
			return false;
		}
		Class<?> type = this.factory.getMergedBeanDefinition(beanName).getResolvableType().resolve();
		return type != null && !type.isInterface();
	}

	/** A final method would work on the proxy's own fields, which are empty. */
	private static boolean isOpen(Class<?> type) {
		return !Modifier.isFinal(type.getModifiers()) && !type.isSealed()
				&& Arrays.stream(type.getMethods())
					.noneMatch((method) -> method.getDeclaringClass() != Object.class
							&& !Modifier.isStatic(method.getModifiers()) && Modifier.isFinal(method.getModifiers()));
	}

}
