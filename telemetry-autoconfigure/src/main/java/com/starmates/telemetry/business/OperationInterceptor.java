// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.opentelemetry.context.Scope;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodClassKey;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * Makes calls of annotated methods runs of operations and their steps.
 *
 * @since 1.0.0
 */
public final class OperationInterceptor implements MethodInterceptor {

	private static final boolean REACTIVE = ClassUtils.isPresent("reactor.core.publisher.Flux",
			OperationInterceptor.class.getClassLoader());

	private static final Logger logger = LoggerFactory.getLogger(OperationInterceptor.class);

	private final Supplier<BusinessOperations> operations;

	private final Map<MethodClassKey, AdvisedMethod> methods = new ConcurrentHashMap<>();

	/**
	 * Create an interceptor.
	 * @param operations asked for with the first calls, until they are had, and not
	 * before
	 */
	public OperationInterceptor(Supplier<BusinessOperations> operations) {
		this.operations = operations;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Method method = invocation.getMethod();
		Class<?> type = (invocation.getThis() != null) ? AopUtils.getTargetClass(invocation.getThis())
				: method.getDeclaringClass();
		AdvisedMethod advised = advised(method, type);
		if (advised.reactive()) {
			return ReactiveOperations.follow(assemble(invocation, advised.starter()), advised.starter());
		}
		Work work = advised.starter().get();
		return (work != null) ? proceed(invocation, work) : invocation.proceed();
	}

	/** Found under no lock: what is asked for operations may wait for one of its own. */
	private AdvisedMethod advised(Method method, Class<?> type) {
		MethodClassKey key = new MethodClassKey(method, type);
		AdvisedMethod known = this.methods.get(key);
		if (known != null) {
			return known;
		}
		Method specific = AopUtils.getMostSpecificMethod(method, type);
		try {
			AdvisedMethod found = new AdvisedMethod(starter(specific), isReactive(specific));
			this.methods.put(key, found);
			return found;
		}
		catch (RuntimeException ex) {
			if (passes(ex)) {
				logger.debug("@BusinessOperation on {} is not recorded now", specific, ex);
			}
			else {
				logger.warn("@BusinessOperation on {} records nothing", specific, ex);
				this.methods.put(key, AdvisedMethod.UNRECORDED);
			}
			return AdvisedMethod.UNRECORDED;
		}
	}

	/** While beans are made, or destroyed, operations cannot be had; that passes. */
	private static boolean passes(RuntimeException error) {
		return error instanceof NestedRuntimeException nested && (nested.contains(BeanCreationNotAllowedException.class)
				|| nested.contains(BeanCurrentlyInCreationException.class));
	}

	/** A method that throws has been a run, too, though nobody will subscribe. */
	private static @Nullable Object assemble(MethodInvocation invocation, Supplier<@Nullable Work> starter)
			throws Throwable {
		try {
			return invocation.proceed();
		}
		catch (Throwable ex) {
			Work work = starter.get();
			if (work != null) {
				work.threw(ex);
				work.close();
			}
			throw ex;
		}
	}

	/** What has not ended with the call is ended by what the call returned. */
	private static @Nullable Object proceed(MethodInvocation invocation, Work work) throws Throwable {
		boolean ended = true;
		try (Scope scope = work.context().makeCurrent()) {
			Object result = invocation.proceed();
			if (result instanceof CompletionStage<?> stage) {
				ended = false;
				return FollowedStage.of(stage, work);
			}
			work.returned();
			return result;
		}
		catch (Throwable ex) {
			work.threw(ex);
			throw ex;
		}
		finally {
			if (ended) {
				work.close();
			}
		}
	}

	private static boolean isReactive(Method method) {
		return REACTIVE && (ReactiveOperations.isReactive(method.getReturnType())
				|| KotlinDetector.isSuspendingFunction(method));
	}

	/** The method is called all the same if code has defined the operation otherwise. */
	private Supplier<@Nullable Work> starter(Method method, BusinessOperation operation) {
		try {
			Operation named = this.operations.get().named(operation.value(), operation.steps());
			return () -> named.startAsync();
		}
		catch (IllegalArgumentException ex) {
			logger.warn("@BusinessOperation on {} records nothing: {}", method, ex.getMessage());
			return () -> null;
		}
	}

	private Supplier<@Nullable Work> starter(Method method) {
		BusinessOperation operation = AnnotatedElementUtils.findMergedAnnotation(method, BusinessOperation.class);
		if (operation != null) {
			return starter(method, operation);
		}
		BusinessStep step = AnnotatedElementUtils.findMergedAnnotation(method, BusinessStep.class);
		return () -> {
			OperationRun run = OperationRun.current();
			return (run != null && step != null) ? run.stepAsync(step.value()) : null;
		};
	}

	/** What is known of an annotated method. */
	private record AdvisedMethod(Supplier<@Nullable Work> starter, boolean reactive) {

		/** Where operations cannot be had. */
		static final AdvisedMethod UNRECORDED = new AdvisedMethod(() -> null, false);

	}

}
