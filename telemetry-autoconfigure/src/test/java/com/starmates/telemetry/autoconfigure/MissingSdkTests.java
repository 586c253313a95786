// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import io.opentelemetry.sdk.common.CompletableResultCode;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Services that have OpenTelemetry's API on their class path, and no SDK.
 */
class MissingSdkTests {

	private static final Pattern SDK = Pattern.compile("opentelemetry-(?:sdk|exporter)-.*");

	/**
	 * With a filter, only conditions would miss the classes; here, signatures do, too.
	 */
	@Test
	void serviceStarts() throws Exception {
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader loader = new URLClassLoader(classPathWithoutSdk(), ClassLoader.getPlatformClassLoader())) {
			assertThat(ClassUtils.isPresent(CompletableResultCode.class.getName(), loader)).isFalse();
			Thread.currentThread().setContextClassLoader(loader);
			Runnable start = (Runnable) loader.loadClass(Start.class.getName()).getConstructor().newInstance();
			assertThatNoException().isThrownBy(start::run);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static URL[] classPathWithoutSdk() throws IOException {
		List<Path> entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((entry) -> !SDK.matcher(entry.getFileName().toString()).matches())
			.toList();
		URL[] urls = new URL[entries.size()];
		for (int i = 0; i < urls.length; i++) {
			urls[i] = entries.get(i).toUri().toURL();
		}
		return urls;
	}

	/**
	 * Starts a service with the classes of its own class loader.
	 */
	public static final class Start implements Runnable {

		@Override
		public void run() {
			new WebApplicationContextRunner().withUserConfiguration(Service.class)
				.run((context) -> assertThat(context).hasNotFailed());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = { DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class })
	static class Service {

	}

}
