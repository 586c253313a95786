// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.SimpleApplicationEventMulticaster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MeterRegistryShutdown}, in Boot's chain and with a real server.
 */
@Timeout(60)
class MeterRegistryShutdownTests {

	private final RecordingRegistry registry = new RecordingRegistry();

	private final Work work = new Work(this.registry);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner(
			AnnotationConfigServletWebServerApplicationContext::new)
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class))
		.withBean(RecordingRegistry.class, () -> this.registry)
		.withBean(Work.class, () -> this.work)
		.withUserConfiguration(WorkConfiguration.class)
		.withPropertyValues("server.port=0");

	@Test
	void registriesAreOpenUntilRequestsHaveEnded() {
		this.contextRunner.run((context) -> {
			request(context);
			this.work.begun.await();
			CompletableFuture<Void> closed = CompletableFuture.runAsync(context::close);
			this.work.closing.await();
			this.work.allowed.countDown();
			closed.get();
			assertThat(this.registry.doneAtClose).isEqualTo(1);
		});
		assertThat(this.registry.closings).isEqualTo(1);
	}

	@Test
	void registriesStayOpenInAContextThatIsOnlyStopped() {
		this.contextRunner.run((context) -> {
			source(context).stop();
			assertThat(this.registry.isClosed()).isFalse();
			source(context).start();
			this.work.allowed.countDown();
			assertThat(request(context).get().body()).isEqualTo("done");
		});
		assertThat(this.registry.doneAtClose).isEqualTo(1);
		assertThat(this.registry.closings).isEqualTo(1);
	}

	@Test
	void registriesOfAStoppedContextAreClosedWithIt() {
		this.contextRunner.run((context) -> source(context).stop());
		assertThat(this.registry.closings).isEqualTo(1);
	}

	@Test
	void registriesAreClosedIfAChildEndsWithTheContext() {
		this.contextRunner.run((context) -> this.work.whenStopping = child(context)::close);
		assertThat(this.registry.closings).isEqualTo(1);
	}

	@Test
	void registriesAreBootsToCloseIfMetricsAreOff() {
		this.contextRunner.withPropertyValues("telemetry.metrics.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(MeterRegistryShutdown.class)
				.hasBean(MeterRegistryShutdown.CLOSER));
		assertThat(this.registry.closings).isEqualTo(1);
	}

	@Test
	void backsOffWhereBootClosesNothing() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(MeterRegistryShutdown.class));
	}

	@Test
	void startsBesideOtherMulticasters() {
		this.contextRunner.withBean("another", SimpleApplicationEventMulticaster.class)
			.run((context) -> assertThat(context).hasSingleBean(MeterRegistryShutdown.class));
	}

	private static AnnotationConfigApplicationContext child(ApplicationContext parent) {
		AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext();
		child.setParent(parent);
		child.refresh();
		return child;
	}

	private static ServletWebServerApplicationContext source(AssertableWebApplicationContext context) {
		return (ServletWebServerApplicationContext) context.getSourceApplicationContext();
	}

	private static CompletableFuture<HttpResponse<String>> request(AssertableWebApplicationContext context) {
		int port = source(context).getWebServer().getPort();
		return HttpClient.newHttpClient()
			.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/work")).build(),
					HttpResponse.BodyHandlers.ofString());
	}

	private static final class RecordingRegistry extends SimpleMeterRegistry {

		private int closings;

		private double doneAtClose;

		@Override
		public void close() {
			this.closings++;
			this.doneAtClose = counter("done").count();
			super.close();
		}

	}

	/** Is answered when it is allowed to. */
	private static final class Work extends HttpServlet {

		private final CountDownLatch begun = new CountDownLatch(1);

		private final CountDownLatch closing = new CountDownLatch(1);

		private final CountDownLatch allowed = new CountDownLatch(1);

		private final transient RecordingRegistry registry;

		private transient Runnable whenStopping = () -> {
		};

		Work(RecordingRegistry registry) {
			this.registry = registry;
		}

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			this.begun.countDown();
			try {
				this.allowed.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			this.registry.counter("done").increment();
			response.getWriter().print("done");
		}

	}

	/** Stops before all others: who listens to the end of the context has been told. */
	private record FirstToStop(Work work) implements SmartLifecycle {

		@Override
		public void start() {
		}

		@Override
		public void stop() {
			this.work.whenStopping.run();
			this.work.closing.countDown();
		}

		@Override
		public boolean isRunning() {
			return true;
		}

	}

	static class WorkConfiguration {

		@Bean
		ServletRegistrationBean<Work> servlet(Work work) {
			return new ServletRegistrationBean<>(work, "/work");
		}

		@Bean
		FirstToStop firstToStop(Work work) {
			return new FirstToStop(work);
		}

	}

}
