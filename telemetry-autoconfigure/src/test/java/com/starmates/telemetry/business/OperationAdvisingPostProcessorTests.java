// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.business;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.junit.jupiter.api.Test;

import org.springframework.core.OverridingClassLoader;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link OperationAdvisingPostProcessor}. */
class OperationAdvisingPostProcessorTests {

	private final OperationAdvisingPostProcessor advice = new OperationAdvisingPostProcessor(
			new OperationInterceptor(() -> {
				throw new IllegalStateException("nobody calls");
			}));

	@Test
	void beanWithAnAnnotationThatCannotBeReadIsLeftAlone() throws Exception {
		ClassLoader classes = new WithoutMode(getClass().getClassLoader());
		Object bean = classes.loadClass(Odd.class.getName()).getDeclaredConstructor().newInstance();
		assertThat(this.advice.postProcessAfterInitialization(bean, "odd")).isSameAs(bean);
	}

	interface Contract {

		@Marked(Mode.ONE)
		void work();

	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface Marked {

		Mode value();

	}

	enum Mode {

		ONE

	}

	public static class Odd implements Contract {

		@Override
		public void work() {
			// nothing to do
		}

	}

	/** Has all but the type of a value of the annotation. */
	private static final class WithoutMode extends OverridingClassLoader {

		WithoutMode(ClassLoader parent) {
			super(parent);
		}

		@Override
		protected boolean isEligibleForOverriding(String name) {
			return name.startsWith(OperationAdvisingPostProcessorTests.class.getName());
		}

		@Override
		protected byte[] loadBytesForClass(String name) throws ClassNotFoundException {
			if (name.equals(Mode.class.getName())) {
				throw new ClassNotFoundException(name);
			}
			return super.loadBytesForClass(name);
		}

	}

}
