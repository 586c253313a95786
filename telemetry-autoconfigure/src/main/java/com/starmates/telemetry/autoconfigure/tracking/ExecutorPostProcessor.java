// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.tracking;

import java.util.concurrent.Executor;

import com.starmates.telemetry.concurrent.PropagatingExecutors;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.ResolvableType;

/**
 * Lets the context of callers follow work through executors that are beans.
 */
final class ExecutorPostProcessor implements BeanPostProcessor, PriorityOrdered {

	private final PropagatingExecutors executors = new PropagatingExecutors();

	private final ConfigurableListableBeanFactory beans;

	ExecutorPostProcessor(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof Executor executor && !AopUtils.isAopProxy(bean))
				? this.executors.propagating(executor, type(executor, beanName)) : bean;
	}

	/** Proxies stand before what has been seen here. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	/** What others may rely on: what the bean is declared to be. */
	private Class<?> type(Executor executor, String beanName) {
		if (!this.beans.containsBeanDefinition(beanName)) {
			return executor.getClass();
		}
		ResolvableType declared = this.beans.getMergedBeanDefinition(beanName).getResolvableType();
		ResolvableType made = declared.as(FactoryBean.class).getGeneric();
		Class<?> type = ((made != ResolvableType.NONE) ? made : declared).resolve();
		return (type != null) ? type : executor.getClass();
	}

}
