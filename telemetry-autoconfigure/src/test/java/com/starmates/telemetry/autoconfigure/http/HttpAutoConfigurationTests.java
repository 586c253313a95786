// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.http;

import java.util.EnumSet;
import java.util.List;

import com.starmates.telemetry.autoconfigure.metrics.MetricsAutoConfiguration;
import com.starmates.telemetry.autoconfigure.resource.ResourceAutoConfiguration;
import com.starmates.telemetry.http.AccessLog;
import com.starmates.telemetry.http.ExchangeInterceptor;
import com.starmates.telemetry.http.ExchangeRecorder;
import com.starmates.telemetry.http.ExcludedPaths;
import com.starmates.telemetry.http.HttpServerMeters;
import com.starmates.telemetry.http.ServerExchanges;
import com.starmates.telemetry.http.TrackingFilter;
import com.starmates.telemetry.http.TrackingSpanAttribute;
import com.starmates.telemetry.masking.Masker;
import com.starmates.telemetry.tracking.Inbound;
import com.starmates.telemetry.tracking.TrackingPolicy;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ServerHttpObservationFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HttpAutoConfiguration}.
 */
class HttpAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(HttpAutoConfiguration.class,
			ResourceAutoConfiguration.class, MetricsAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withBean(OpenTelemetry.class, () -> OpenTelemetrySdk.builder().build())
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

	@Test
	void isRegisteredInImports() {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.contains(HttpAutoConfiguration.class.getName());
	}

	@Test
	void registersTheFilterForAllPassesBetweenObservationAndSecurity() {
		this.contextRunner.run((context) -> {
			FilterRegistrationBean<?> registration = context.getBean(FilterRegistrationBean.class);
			assertThat(registration.getFilter()).isInstanceOf(TrackingFilter.class);
			assertThat(registration.getOrder()).isGreaterThan(Ordered.HIGHEST_PRECEDENCE + 1).isLessThan(-100);
			assertThat(registration.determineDispatcherTypes())
				.isEqualTo(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
		});
	}

	@Test
	void keepsBootsObservationFilterOutWhileItsObservationsAreOff() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(WebMvcObservationAutoConfiguration.class))
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.withPropertyValues("management.observations.enable.http.server.requests=false")
			.run((context) -> assertThat(observationFilter(context).isEnabled()).isFalse());
	}

	@Test
	void leavesBootsObservationFilterWhereItsObservationsAreOn() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(WebMvcObservationAutoConfiguration.class))
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> assertThat(observationFilter(context).isEnabled()).isTrue());
	}

	private static FilterRegistrationBean<?> observationFilter(AssertableWebApplicationContext context) {
		return context.getBeansOfType(FilterRegistrationBean.class)
			.values()
			.stream()
			.filter((registration) -> registration.getFilter() instanceof ServerHttpObservationFilter)
			.findFirst()
			.orElseThrow();
	}

	@Test
	void leavesTheSamplerToACustomizerOfTheApplication() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(OpenTelemetryTracingAutoConfiguration.class))
			.withBean(Resource.class, Resource::getDefault)
			.withBean(SdkTracerProviderBuilderCustomizer.class,
					() -> (builder) -> builder.setSampler(Sampler.alwaysOff()))
			.run((context) -> assertThat(context.getBean(SdkTracerProvider.class).getSampler())
				.isSameAs(Sampler.alwaysOff()));
	}

	@Test
	void recordsTrackingIdThenMetersThenAccessLine() {
		this.contextRunner.run((context) -> assertThat(
				context.getBeanProvider(ExchangeRecorder.class).orderedStream().map(Object::getClass))
			.containsExactly(TrackingSpanAttribute.class, HttpServerMeters.class, AccessLog.class));
	}

	@Test
	void backsOffWhenDisabled() {
		this.contextRunner.withPropertyValues("telemetry.http.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FilterRegistrationBean.class)
				.doesNotHaveBean(ServerExchanges.class)
				.doesNotHaveBean(ExchangeRecorder.class)
				.doesNotHaveBean(ExchangeInterceptor.class));
	}

	@Test
	void backsOffWhenEverythingIsDisabled() {
		this.contextRunner.withPropertyValues("telemetry.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(FilterRegistrationBean.class)
				.doesNotHaveBean(ExchangeRecorder.class));
	}

	@Test
	void backsOffWithoutOpenTelemetry() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).doesNotHaveBean(FilterRegistrationBean.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader(OpenTelemetrySdk.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FilterRegistrationBean.class));
	}

	@Test
	void backsOffInAnApplicationWithoutAServer() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withBean(OpenTelemetry.class, () -> OpenTelemetrySdk.builder().build())
			.run((context) -> assertThat(context).doesNotHaveBean(ServerExchanges.class));
	}

	@Test
	void recordsNoMetersWithoutMicrometer() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withBean(OpenTelemetry.class, () -> OpenTelemetrySdk.builder().build())
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(AccessLog.class)
				.doesNotHaveBean("httpServerMeters"));
	}

	@Test
	void leavesOutEachRecorderThatIsSwitchedOff() {
		this.contextRunner.withPropertyValues("telemetry.metrics.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HttpServerMeters.class));
		this.contextRunner.withPropertyValues("telemetry.tracking.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TrackingSpanAttribute.class));
		this.contextRunner.withPropertyValues("telemetry.http.access-log.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(AccessLog.class));
	}

	@Test
	void backsOffForTheUsersBeans() {
		ServerExchanges exchanges = new ServerExchanges(OpenTelemetry.noop(),
				new TrackingPolicy(null, Inbound.CONTINUE), Masker.standard(), new ExcludedPaths(List::of), List.of());
		this.contextRunner.withBean("telemetryServerExchanges", ServerExchanges.class, () -> exchanges)
			.run((context) -> assertThat(context).getBean(ServerExchanges.class).isSameAs(exchanges));
		this.contextRunner.withBean("mine", TrackingFilter.class, () -> new TrackingFilter(exchanges, () -> true))
			.run((context) -> assertThat(context).doesNotHaveBean(FilterRegistrationBean.class));
	}

	@Test
	void failsWithThePropertyWhenAnExcludedPathIsNone() {
		this.contextRunner.withPropertyValues("telemetry.http.exclude-paths=health")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("telemetry.http.exclude-paths")
				.hasMessageContaining("health"));
	}

}
