// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;

/**
 * Puts an interceptor around beans with {@link BusinessOperation} or {@link BusinessStep}
 * methods, inside of what other annotations put around them: a run is what the method
 * does, on the thread that does it.
 *
 * @since 1.0.0
 */
public final class OperationAdvisingPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {

	private static final long serialVersionUID = 1L;

	/**
	 * Create a post-processor.
	 * @param interceptor what to put around the beans
	 */
	public OperationAdvisingPostProcessor(OperationInterceptor interceptor) {
		this.advisor = new DefaultPointcutAdvisor(
				new ComposablePointcut(new AnnotationMatchingPointcut(null, BusinessOperation.class, true))
					.union(new AnnotationMatchingPointcut(null, BusinessStep.class, true)),
				interceptor);
	}

}
