// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.proxy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Stands for an object by all its public interfaces, and sees each call: for libraries
 * that have interfaces, but no place to hook in. What an interface gets with a later
 * version of its library goes through as well, which a class that implements it could not
 * do.
 *
 * @since 1.0.0
 */
public abstract class InterfaceProxy implements InvocationHandler {

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

	/**
	 * Create a handler.
	 * @param target what it stands for
	 */
	protected InterfaceProxy(Object target) {
		this.target = target;
	}

	/**
	 * Return what stands for an object.
	 * @param <T> the interface that it is wanted for
	 * @param type the interface that it is wanted for
	 * @param handler sees each call
	 * @return the proxy; it has all public interfaces of the handler's target
	 */
	public static <T> T create(Class<T> type, InterfaceProxy handler) {
		Class<?> target = handler.target.getClass();
		return type.cast(Proxy.newProxyInstance(target.getClassLoader(), INTERFACES.get(target), handler));
	}

	/**
	 * Return what sees the calls of a proxy.
	 * @param <H> the kind of handler
	 * @param object a proxy, or anything else
	 * @param type the kind of handler
	 * @return the handler, or {@code null} if the object is no such proxy
	 */
	public static <H extends InterfaceProxy> @Nullable H handler(@Nullable Object object, Class<H> type) {
		if (object == null || !Proxy.isProxyClass(object.getClass())) {
			return null;
		}
		InvocationHandler handler = Proxy.getInvocationHandler(object);
		return type.isInstance(handler) ? type.cast(handler) : null;
	}

	/**
	 * Return what a proxy stands for.
	 * @param object a proxy, or anything else
	 * @return its target, or the object itself if it is no proxy of this kind
	 */
	protected static @Nullable Object unwrap(@Nullable Object object) {
		InterfaceProxy handler = handler(object, InterfaceProxy.class);
		return (handler != null) ? handler.target : object;
	}

	@Override
	public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		if (method.getDeclaringClass() != Object.class) {
			return watch(proxy, method, arguments);
		}
		return switch (method.getName()) {
			case "equals" -> arguments != null && unwrap(arguments[0]) == this.target;
			case "hashCode" -> System.identityHashCode(this.target);
			default -> call(method, arguments);
		};
	}

	/**
	 * Called in the place of the target's method.
	 * @param proxy what was called
	 * @param method what the caller wants
	 * @param arguments its arguments, if it has some
	 * @return what the caller gets
	 * @throws Throwable what the caller is thrown
	 */
	protected abstract @Nullable Object watch(Object proxy, Method method, Object @Nullable [] arguments)
			throws Throwable;

	/**
	 * Call the target.
	 * @param method what to call
	 * @param arguments its arguments, if it has some
	 * @return what it returns
	 * @throws Throwable what it throws
	 */
	protected final @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(this.target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/**
	 * Return the target.
	 * @return what the proxy stands for
	 */
	protected final Object target() {
		return this.target;
	}

}
