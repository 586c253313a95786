// SPDX-License-Identifier: Apache-2.0

package com.starmates.telemetry.autoconfigure.doctor;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.ThrowingConsumer;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link DoctorAnnouncement}. */
@ExtendWith(OutputCaptureExtension.class)
class DoctorAnnouncementTests extends AbstractDoctorTests {

	@Test
	void jobWaitsForIt(CapturedOutput output) {
		start(new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE),
				"telemetry.masking.enabled=false", "management.tracing.export.enabled=false",
				"management.logging.export.enabled=false", "management.otlp.metrics.export.enabled=false");
		context().close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("- masking-off: ")))
			.singleElement(InstanceOfAssertFactories.STRING)
			.contains("\"thread\":\"main\"");
	}

	@Test
	void takesWhatIsClosedForNoProblem(CapturedOutput output) {
		start(new SpringApplicationBuilder(Service.class, ExaminedWhenClosed.class));
		context().close();
		awaitAnnouncement();
		assertThat(output).doesNotContain("The telemetry of this service has");
	}

	@Test
	void tellsOnceOfAServiceWithAChild(CapturedOutput output) {
		start("telemetry.masking.enabled=false");
		new SpringApplicationBuilder(Child.class).parent(context()).web(WebApplicationType.NONE).run().close();
		awaitAnnouncement();
		assertThat(output).containsOnlyOnce("- masking-off: ");
	}

	@Configuration(proxyBeanMethods = false)
	static class Child {

	}

	/** Keeps the doctor until log lines are exported no more, and the rest until then. */
	@Configuration(proxyBeanMethods = false)
	static class ExaminedWhenClosed {

		@Bean
		OtlpMetricsConnectionDetails slow() {
			return () -> {
				if (Thread.currentThread().getName().equals(DoctorAnnouncement.THREAD)) {
					Awaitility.await().until(() -> !new LogFacts().isAppended());
				}
				return null;
			};
		}

		@Bean
		static DestructionAwareBeanPostProcessor closing() {
			return (bean, name) -> {
				if (name.equals("telemetryOtlpLogs")) {
					ThrowingConsumer.of(DisposableBean::destroy).accept((DisposableBean) bean);
					awaitAnnouncement();
				}
			};
		}

	}

}
