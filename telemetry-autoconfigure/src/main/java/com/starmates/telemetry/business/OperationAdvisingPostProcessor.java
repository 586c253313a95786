// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Puts an interceptor around beans with {@link BusinessOperation} or {@link BusinessStep}
 * methods, inside of what other annotations put around them: a run is what the method
 * does, on the thread that does it.
 *
 * @since 1.0.0
 */
public final class OperationAdvisingPostProcessor extends AbstractBeanFactoryAwareAdvisingPostProcessor {

	private static final long serialVersionUID = 1L;

	private static final List<String> FRAMEWORKS = List.of("java.", "jakarta.", "org.springframework.",
			"io.micrometer.", "io.opentelemetry.");

	private final transient Map<Class<?>, Boolean> eligible = new ConcurrentHashMap<>();

	private final transient Map<String, OperationDefinition> definitions = new ConcurrentHashMap<>();

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

	@Override
	protected boolean isEligible(Class<?> targetClass) {
		Boolean known = this.eligible.get(targetClass);
		if (known == null) {
			known = mayBeAnnotated(targetClass) && super.isEligible(targetClass);
			if (known) {
				MethodIntrospector.selectMethods(targetClass, OperationAdvisingPostProcessor::find)
					.forEach(this::define);
			}
			this.eligible.put(targetClass, known);
		}
		return known;
	}

	/**
	 * The pointcut knows, but to ask it about all beans would take a part of the start.
	 * It is asked where another annotation cannot be read: it reads on.
	 */
	private static boolean mayBeAnnotated(Class<?> type) {
		try {
			return !isOfAFramework(type) && isAnnotated(type);
		}
		catch (RuntimeException | LinkageError ex) {
			return true;
		}
	}

	/**
	 * Return whether a method of a class, its parents or their interfaces is annotated.
	 */
	private static boolean isAnnotated(@Nullable Class<?> type) {
		if (type == null || type.getName().startsWith("java.")) {
			return false;
		}
		for (Method method : ReflectionUtils.getDeclaredMethods(type)) {
			if (method.isAnnotationPresent(BusinessOperation.class) || method.isAnnotationPresent(BusinessStep.class)) {
				return true;
			}
		}
		for (Class<?> contract : type.getInterfaces()) {
			if (isAnnotated(contract)) {
				return true;
			}
		}
		return isAnnotated(type.getSuperclass());
	}

	private static boolean isOfAFramework(Class<?> type) {
		String name = type.getName();
		for (String framework : FRAMEWORKS) {
			if (name.startsWith(framework)) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable BusinessOperation find(Method method) {
		return AnnotatedElementUtils.findMergedAnnotation(method, BusinessOperation.class);
	}

	/** Two methods may do the same operation, but then with the same steps. */
	private void define(Method method, BusinessOperation operation) {
		try {
			OperationDefinition definition = OperationDefinition.of(operation.value(), operation.steps());
			OperationDefinition known = this.definitions.putIfAbsent(definition.name(), definition);
			if (known != null && !known.equals(definition)) {
				throw new IllegalArgumentException(
						"'steps' must be those of the same operation elsewhere, " + known.steps());
			}
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidOperationException(method, ex);
		}
	}

}
