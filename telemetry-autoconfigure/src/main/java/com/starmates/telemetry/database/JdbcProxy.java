// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Stands for an object of JDBC: has its interfaces, those of its driver among them, and
 * hands it all calls but those that are watched.
 */
abstract class JdbcProxy implements InvocationHandler {

	private static final ClassValue<Class<?>[]> INTERFACES = new ClassValue<>() {

		@Override
		protected Class<?>[] computeValue(Class<?> type) {
			Set<Class<?>> all = ClassUtils.getAllInterfacesForClassAsSet(type);
			return all.stream()
				.filter((candidate) -> Modifier.isPublic(candidate.getModifiers()))
				.filter((candidate) -> all.stream()
					.noneMatch((other) -> other != candidate && candidate.isAssignableFrom(other)))
				.toArray(Class<?>[]::new);
		}

	};

	private final Object target;

	JdbcProxy(Object target) {
		this.target = target;
	}

	/** Return what stands for the target; it has all its public interfaces. */
	static <T> T create(Class<T> type, Object target, InvocationHandler handler) {
		return type.cast(
				Proxy.newProxyInstance(target.getClass().getClassLoader(), INTERFACES.get(target.getClass()), handler));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		if (method.getDeclaringClass() != Object.class) {
			return watch(proxy, method, arguments);
		}
		return switch (method.getName()) {
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> call(method, arguments);
		};
	}

	abstract @Nullable Object watch(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable;

	final @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(this.target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	static @Nullable String firstText(Object @Nullable [] arguments) {
		return (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) ? text : null;
	}

}
